const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Kinds of people, in the singular. Nouns that are as often things (driver of a printer, reader of cards) are people here: documents mean people. */
export const personNouns: ReadonlySet<string> = words(`
  user admin administrator superuser superadmin moderator operator customer client consumer buyer seller vendor supplier merchant shopper retailer wholesaler dealer reseller
  patient doctor nurse physician surgeon dentist therapist psychologist psychiatrist physiotherapist pharmacist paramedic caregiver carer caretaker midwife veterinarian vet dietitian dietician nutritionist
  teacher student pupil learner lecturer professor tutor instructor coach trainer trainee mentor mentee educator headmaster principal dean librarian academic scholar graduate alumnus apprentice classmate
  driver courier carrier passenger pilot captain steward conductor dispatcher traveler traveller tourist commuter rider cyclist hiker pedestrian guide navigator
  manager supervisor director executive boss ceo cto cfo president chairman founder cofounder owner co-owner proprietor partner shareholder stakeholder investor leader lead foreman coordinator
  author writer editor publisher reader journalist reporter blogger columnist reviewer critic translator proofreader illustrator photographer painter artist musician singer composer dj actor actress producer performer dancer designer
  guest visitor host hostess attendee participant speaker organizer organiser presenter exhibitor sponsor volunteer donor beneficiary invitee exhibitor spectator fan
  member subscriber follower friend contact contributor collaborator creator maintainer teammate colleague coworker co-worker peer neighbor neighbour tenant landlord resident lodger inhabitant roommate flatmate housemate
  parent child mother father mom dad son daughter brother sister sibling grandparent grandmother grandfather grandchild spouse husband wife fiance guardian baby infant toddler kid teenager adult senior relative cousin uncle aunt family-member
  employee employer worker contractor subcontractor freelancer staff intern recruiter candidate applicant interviewer interviewee consultant advisor adviser specialist expert technician mechanic engineer developer programmer tester analyst scientist researcher architect
  accountant bookkeeper auditor cashier clerk secretary receptionist assistant agent broker banker teller insurer lawyer attorney solicitor notary judge prosecutor paralegal detective
  policeman officer inspector controller guard firefighter soldier ranger sheriff
  player gamer athlete sportsman referee umpire goalkeeper runner swimmer climber opponent winner loser champion captain teammate contestant competitor
  cook chef baker waiter waitress bartender barista host caterer butcher
  farmer gardener fisherman forester beekeeper breeder hunter veterinarian rancher
  builder carpenter electrician plumber welder roofer mason bricklayer locksmith tailor hairdresser barber stylist beautician cosmetologist masseur cleaner janitor housekeeper nanny babysitter petsitter handyman mover
  person human individual people man woman boy girl someone citizen voter politician mayor senator councillor official delegate representative ambassador applicant petitioner claimant plaintiff defendant debtor creditor lender borrower payer payee recipient sender receiver addressee
  persona actor beginner newcomer novice professional pro enthusiast hobbyist collector amateur entrepreneur businessman businesswoman salesman salesperson salesclerk marketer representative foodie
  assignee approver requester requestor respondent signatory signer bidder auctioneer renter lessee lessor holder cardholder account-holder householder stakeholder inviter referrer influencer streamer listener viewer watcher bookworm
  porter skipper sailor rower grower keeper warden chairperson spokesperson craftsman artisan priest monk nun pastor imam rabbi prophet
`)

/** Roles of people that stand before another noun as its kind, as in `admin user`. */
export const roleNouns: ReadonlySet<string> = words(
  'admin guest premium registered anonymous authenticated superadmin root system test demo power',
)
