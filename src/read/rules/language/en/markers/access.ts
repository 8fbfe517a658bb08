import type { PhraseText } from '../../phrase-text.ts'

/** Who somebody is and what they may do. */
export const accessPhrases: PhraseText = {
  OWNER: `
    owner | owner of | the owner | owning user | author:noun | creator | own:verb | ownership | owner only | record owner |
    owned by | belongs to the user | user who created | person who created | owner-based | user owned | owned |
    belonging to the user`,
  OWN: `
    own:adjective | their own | his own | her own | my own | your own | user 's own | its own | one 's own | =my |
    =mine | =their:determiner | =their | =his | =her | =your | =theirs | belonging to them | personal | they own |
    they created | created by them | i created | of the logged in user | of the current user | assigned to them | he owns |
    private to each user | associated with their`,
  ONLY: `
    only | exclusively | solely | only by | only for | just:adverb | restricted to | limited to | nobody else |
    no one else | no other | reserved for | exclusive to | restrict access to | limit access to | private:adjective |
    limited only to | strictly`,
  PUBLIC: `
    public | publicly | publicly readable | publicly accessible | publicly available | publicly visible | public access |
    public read | visible to everyone | visible to all | accessible to everyone | available to everyone | available to all |
    accessible to all | for everyone | to everyone | everyone can | anyone can | anyone | everyone | anybody | everybody |
    world readable | open to all | open to everyone | readable by everyone | readable by all | without logging in |
    without login | without signing in | without registration | without an account | without authentication |
    without registering | publicly listed | open access | no login required | anyone with the link | readable by anyone |
    no authentication required | with no account | without having an account | login is not required | no account needed |
    no account required | without creating an account | without being logged in`,
  ADMIN: `
    admin | admins | administrator | administrators | administrative | superuser | super admin | superadmin |
    system administrator | app admin | site admin | admin user | admin users | admin role | moderator | staff:noun |
    backoffice | back office | admin panel | admin only | operator:noun`,
  BACKEND: `
    backend | back end | backend only | service role | service_role | service key | server side | edge function |
    edge functions | cron job | cron | scheduled job | background job | background worker | background process |
    server only | api only | system:noun only | via the backend | by the backend | backend service | system role |
    only by the system | server:noun | trusted server | backend code | only via api | api layer | webhook | worker:noun`,
  SIGNED_IN: `
    signed in | logged in | log in user | authenticated | authenticated user | authenticated users | logged in user |
    logged in users | signed in user | signed in users | registered user | registered users | registered | logged user |
    logged users | after login | after logging in | after signing in | requires login | require login |
    requires authentication | require authentication | behind login | all authenticated users | all logged in users |
    authorized user | authorized users | with an account | authenticated only | session user | auth users | auth.uid |
    authenticated role | all registered users | must be logged in | must be authenticated | must log in`,
  ANONYMOUS: `
    anonymous | anonymously | anon | unauthenticated | guest | guests | visitor | visitors | not logged in | not signed in |
    logged out | non logged in | non authenticated | unregistered | not authenticated | non registered | not registered |
    anonymous user | anonymous users | guest user | guest users | unauthenticated users | unauthenticated user | anon role |
    unlogged | unlogged user | without logging/signing/registering in? | without an/any? account | with? no account/login/registration needed/required/necessary? | without login | public visitor | unauthorized user |
    unauthorized users | unauthenticated visitors | anonymous visitors`,
  MEMBER: `
    member | members | membership | team member | team members | group member | group members | household member |
    household members | family member | family members | participant | participants | be a member of | member of |
    collaborator | collaborators | belong to the same | the same group | the same team | the same organization |
    within the organization | co-owner | teammate | invitee | teammates | tenant | the same household | the same company |
    co-worker`,
  READ: `
    read:verb | read | read only | select:verb only | read access | view only | readable | =select | view:verb | see:verb |
    read-only access | read permission | read permissions | read operations | browse:verb | list:verb | access:verb |
    display:verb | visible | fetch | retrieve | download:verb | reading | viewable`,
  WRITE: `
    write:verb | writes | write access | =insert | =update | modify | edit:verb | writable | editable | write permission |
    write permissions | write operations | mutate | full access | full crud | crud | crud operations | change:verb |
    create | add:verb | update:verb | writing | insert:verb | upsert | modification | modifications | read and write |
    read write | mutation | mutations`,
  ACCESS: `
    access:noun | access:verb | access | access to | permission | permissions | privilege | privileges | authorization |
    authorisation | accessible | be allowed to | allowed to | have access | has access | access control | rights |
    entitled to | authorized to | authorised to | be permitted | access rights | grant access | visibility |
    data isolation | isolation | isolated | right to | permitted to | restrict access | access rules | access level`,
  SHARE: `
    share:verb | shared | shared with | share with | sharing | share:noun link | shareable | shared between | shared by |
    shared among | invite:verb | invitation | invite | share link | public link | common:adjective | collaborate |
    collaborative | collaboration | sharable | share`,
  INVITES: `
    invite:verb | invite | invitation | invitations | be invited | inviting`,
  ACCEPTS: `
    accept:verb | decline:verb | be accepted | be declined | accepted or declined | accept or decline | accepts or declines |
    accepted or rejected | accept or reject`,
  DECIDES: `
    accept/approve/confirm/admit/grant or reject/decline/refuse/deny/dismiss |
    accept/approve/confirm/admit/grant and reject/decline/refuse/deny/dismiss`,
  ASKS_TO_JOIN: `
    ask/apply/request:verb to join | ask/apply/request:verb to become a member of | request:verb membership in/of |
    send a/an? =join request to | submit a/an? =join request to | send a request to join`,
  ANSWERS: `
    answer:verb | respond:verb | reply:verb | rsvp`,
  COMMENTS: `
    comment:verb on/under | leave a? comment/comments on/under`,
  RATES: `
    rate:verb | give a? rating/ratings to | leave a? rating/ratings for/on`,
  LIKES: `
    like:verb`,
  FOLLOWS: `
    follow:verb`,
  VOTES: `
    vote:verb on/for | upvote:verb | downvote:verb`,
  FLAGS: `
    report:verb | flag:verb`,
  FAVOURITES: `
    to their? favourites/favorites | to his/her favourites/favorites | to a? list of favourites/favorites | as a? favourite/favorite | bookmark:verb |
    favourite:verb | favorite:verb`,
  APPROVES: `
    approve:verb | sign:verb off | confirm:verb | verify:verb`,
  RLS: `
    rls | row level security | row level policies | row security | rls policy | rls policies | row level security policies |
    row level security policy | security policies | security policy | row level access | access policy | access policies |
    row level | rls rules | policies | policy`,
  ROLE: `
    role | roles | user role | user roles | in the role of | role of | acting as | role based | rbac |
    role based access control | role based access | user type | user types | account type | persona | personas |
    actor:noun | actors:noun | permission level | types of users | kinds of users | user groups | target user |
    target users | target group`,
}
