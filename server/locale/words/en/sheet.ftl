# The values that a service's identity sheet may choose from.

sheet-variant-issue = Issue
sheet-variant-renew = Renewal
sheet-variant-amend = Amendment
sheet-variant-duplicate = Duplicate
sheet-variant-cancel = Cancellation

sheet-audience-citizens = For citizens (G2C)
sheet-audience-businesses = For businesses (G2B)
sheet-audience-agencies = For other government bodies (G2G)

sheet-nature-sovereign = Sovereign
sheet-nature-operational = Operational

sheet-level-national = National
sheet-level-regional = Regional
sheet-level-provincial = Provincial
sheet-level-urban = Urban
sheet-level-rural = Rural

sheet-life-event-birth = Birth
sheet-life-event-education = Education
sheet-life-event-health = Health
sheet-life-event-tax = Tax
sheet-life-event-business = Business
sheet-life-event-social-security = Social security
sheet-life-event-property = Registering property
sheet-life-event-utilities = Public utilities
sheet-life-event-insurance = Insurance
sheet-life-event-marriage = Marriage
sheet-life-event-retirement = Retirement
sheet-life-event-certificates = Documents and certificates
sheet-life-event-death = Death
sheet-life-event-other = Other

sheet-trigger-request = At the recipient's request
sheet-trigger-date = When a set date comes
sheet-trigger-event = When a set event happens
sheet-trigger-agency = At the agency's discretion
sheet-trigger-other = Other

sheet-channel-portal = Online (service desk portal)
sheet-channel-email = E-mail
sheet-channel-call-centre = Call centre
sheet-channel-mobile = Mobile phone
sheet-channel-sms = Text message
sheet-channel-agent-office = Public service counters
sheet-channel-post = Post
sheet-channel-in-person = In person
sheet-channel-letter-exchange = Electronic letter exchange (ECE)
sheet-channel-other = Other

sheet-document-form-original = Original
sheet-document-form-copy = Copy
sheet-document-form-certified-copy = Certified copy
sheet-document-form-scan = Scan

sheet-starts-submission = From the day the request is submitted
sheet-starts-documents-complete = After the documents are complete
sheet-starts-fee-paid = After the fee is paid
sheet-starts-step-entered = From the beginning of each step

sheet-deadline-rule-lapse = When the time is up, the request lapses
sheet-deadline-rule-deemed-approval = When the time is up, the request counts as approved
sheet-deadline-rule-breach = When the time is up, the agency answers for the delay
