import type { PhraseText } from '../../phrase-text.ts'

/** The words of user stories and of rules for everything. */
export const storiesPhrases: PhraseText = {
  AS_ROLE: `
    as a | as an | as the | as a/an ~ user | as =user | being a`,
  SO_THAT: `
    so that | in order to | in order that | so i can | so they can | so as to | so =i | so we can | so that i |
    to be able to | so users can`,
  CAN: `
    enable & ~ to | enables & ~ to | enabling & ~ to | enables & ~ ~ to | can | cannot | can't | couldn't | may:verb | could | be able to | able to |
    be allowed to | has the ability to | have the ability to | ability to | has the option to | have the option to |
    option to | possibility to | possibility of | allow ~ to | allow & ~ to | allow | let:verb | capability to |
    be permitted to | have the possibility to | lets | permits | allows | have the right to | opportunity to |
    provide the ability to | might | allowing`,
  WANTS: `
    want | want to | would like to | wish to | wants to | need to | needs to | i want | would like | i need | =need | =needs |
    i would like to | i'd like to | want to be able to | i want to | i need to | i want to be able to | i wish to |
    expect to | plan to | prefer to | desire to | intend to | i'd like | be interested in | looking to`,
  MUST: `
    must | shall | should | have to | has to | will:verb | be required to | be obliged to | ought to | be supposed to |
    be to | is required to | is obliged to | needs to be | need to be | enforce | ensure | be enforced | be expected to`,
  ALL: `
    all | all of the | all the | every | entire | whole | complete:adjective | full:adjective | all of | any:determiner |
    all tables | all entities | everything | across all | across the board | each table | every table | any |
    total:adjective | throughout | globally | both | all user | each entity | every entity`,
  AUDIT: `
    audit | audit log | audit logs | audit trail | audit table | audit history | change history | history of changes |
    change log | changelog | activity log | activity logs | event log | event logs | logging of | log of | log of changes |
    history:noun table | version history | versioning | edit history | log table | auditing | auditability | audited |
    operation history | audit events | error log | error logs | history of`,
  SIGNS_IN: `
    =sign/signs/signing up | =sign/signs/signing in | =sign/signs/signing out | =sign off | =log/logs/logging in |
    =log/logs/logging out | =log on | =log off | =log/logs into | login | logout | signup | signin | signout | authenticate:verb |
    authentication | user registration | account registration | registration | register:verb | create & account | password |
    forgotten password | credential | account creation | sign-on | single sign-on | session expiration | session expiry |
    verification email | confirmation email | activation link | account activation | account verification`,
  PLATFORM_ACCOUNTS: `
    supabase auth | supabase authentication | auth.users | auth users table | managed by supabase | handled by supabase |
    provided by supabase | supabase users | supabase accounts | supabase user | auth schema | built in authentication |
    authentication is handled by | authentication is managed by | authentication handled by | authentication managed by |
    auth provider | supabase auth users | managed by supabase auth | handled by supabase auth | provided by supabase auth |
    via supabase auth | using supabase auth | auth service | authentication provider | external auth | supabase 's auth |
    supabase 's built in authentication | authentication service | firebase auth | auth0 | clerk | identity provider |
    supabase 's auth.users | supabase 's users table | supabase auth system | authentication via supabase | nextauth |
    better auth`,
}
