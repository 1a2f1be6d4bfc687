# The console of an agency's admins.

admin-nav-services = Services
admin-nav-services-text = The sheet and the form of each service, a preview, and publishing a new version
admin-nav-processes = Processes
admin-nav-processes-text = The steps in which the requests for each service are handled
admin-nav-organisation = Organisation
admin-nav-organisation-text = Units, positions and members of staff
admin-nav-notices = Notices
admin-nav-notices-text = The words of the text messages and e-mails that are sent to applicants
admin-nav-audit = Audit log
admin-nav-audit-text = Who did what, and when
admin-nav-tenants = Agencies
admin-nav-tenants-text = The agencies whose desks are hosted here, and how each is doing

## The first page

admin-home-title = Running the service desk
admin-to-desk = Go to the staff workspace
admin-no-right-title = The console is not open to you
admin-no-right-text = You have signed in, but none of your positions may change how this agency is set up. If your work needs it, ask the administrator of your agency's desk to appoint you to the administrator's position.
admin-to-portal = See the service desk as an applicant does
admin-changes = Latest changes
admin-changes-none = No change of how the agency is set up has been recorded yet.
admin-count = { $count }
admin-count-vacant = { $count } vacant
admin-texts = Texts of notices

## Words that many pages share

admin-save = Save
admin-show = Show
admin-show-all = Show all
admin-filters = Search the list
admin-none = —
admin-state = State
admin-name = Name
admin-until = until
admin-until-ended = until further notice
admin-lang-fa = Persian
admin-lang-en = English

## The chart

admin-units = Units
admin-unit = Unit
admin-unit-new = Add a unit
admin-unit-title = Unit
admin-unit-change = Change the unit
admin-unit-parent = Part of the unit
admin-unit-parent-hint = Choose none if it is not part of another unit.
admin-unit-close = Close the unit
admin-unit-close-text = A closed unit stays on record, and nothing new is put into it. Before you close it, close the positions and units within it or move them elsewhere.
admin-unit-added = The unit was added.
admin-unit-renamed = The unit has its new title.
admin-unit-closed = The unit was closed.
admin-units-none = There are no units yet.
admin-part-of = Part of “{ $unit }”
admin-title-fa = Title in Persian
admin-title-en = Title in English
admin-positions = Positions
admin-positions-of = Positions of { $unit }
admin-positions-none = This unit has no positions.
admin-position = Position
admin-position-new = Add a position
admin-position-title = Position
admin-position-close = Close the position
admin-position-close-text = A closed position stays on record, and no work is sent to it any more. It cannot be closed while work lies in its cartable.
admin-position-added = The position was added.
admin-position-changed = The position was changed.
admin-position-closed = The position was closed.
admin-phone = Office telephone
admin-phone-hint = Applicants see it. For example 021-66405569
admin-roles = Roles
admin-roles-hint = Each step of a process is given to a role, and each role has its rights.
admin-holder = Holder
admin-holder-none = Nobody holds this position now. Work that reaches it waits.
admin-vacant = Vacant
admin-closed-title = Closed units and positions
admin-appoint = Appoint
admin-appointment-title = Appoint to a position
admin-appointment-staff = Who is appointed
admin-appointment-since = From
admin-appointment-since-hint = A day of the Persian calendar, such as 1405/09/15. Leave it empty for from now on.
admin-appointment-until = Until the end of
admin-appointment-until-hint = Leave it empty for until it is ended.
admin-appointment-replaces = { $holder } holds it now, and no longer does once the new appointment begins. The work of the position stays where it is.
admin-appointment-end = End the appointment
admin-appointed = The appointment was recorded.
admin-appointment-ended = The appointment was ended.
admin-role-tenant-admin = Administrator of the agency's desk
admin-role-secretariat-clerk = Secretariat clerk
admin-role-desk-clerk = Counter clerk
admin-role-expert = Expert
admin-role-manager = Manager
admin-role-inspector = Inspector
admin-role-cosmetics-expert = Cosmetics expert
admin-role-cosmetics-manager = Cosmetics manager
admin-role-drug-expert = Drug expert
admin-role-drug-inspector = Drug inspector
admin-role-drug-manager = Drug manager
admin-role-platform-operator = Operator of the platform

## Members of staff

admin-members-title = Members of staff
admin-members-caption = In the order of their names
admin-members-search = Search by name or user name
admin-members-none = Nobody was found.
admin-member-new = Add a member of staff
admin-member-new-lead = The password and the key of the authenticator are drawn for you and shown once, after adding.
admin-member-add = Add
admin-member-title = Member of staff
admin-member-holds-none = Has not been appointed to any position yet.
admin-member-renamed = The name was changed.
admin-member-suspended = Access was taken away, and open sessions have ended.
admin-member-restored = Access was given back.
admin-member-signed-out = All their sessions have ended.
admin-name-hint = As colleagues and applicants see it
admin-username-hint = Small Latin letters, digits, dots, dashes or underscores, such as n.sepidar
admin-active = Active
admin-suspended = No access
admin-added = Added
admin-access = Access
admin-reset-password = Draw a new password
admin-reset-password-text = The password from before is no longer valid, and all their sessions end. The new one is shown once.
admin-reset-authenticator = Draw a new key for the authenticator
admin-reset-authenticator-text = The key from before and the recovery codes are no longer valid, and all their sessions end. Make sure that it is they who ask for it.
admin-sign-out = End all sessions
admin-sign-out-text = They are signed out everywhere, and can sign in again.
admin-suspend = Take access away
admin-suspend-text = They can no longer sign in, and all their sessions end. Their positions and what they did stay.
admin-restore = Give access back
admin-restore-text = They sign in with the password and the authenticator from before.
admin-secrets-title = How to sign in
admin-secrets-lead = This is shown once. Bring it to { $name } in a safe way.
admin-secrets-key = Key of the authenticator
admin-secrets-kept = I have passed it on

## Notices

admin-notices-lead = Each text is filled in with made-up values, as an applicant receives it.
admin-notice-none = There are no words, so nothing is sent.
admin-notice-title = Notice: { $kind }
admin-notice-subject = Subject
admin-notice-text = Text
admin-notice-text-hint = Take placeholders from the list below.
admin-notice-save = Save the text
admin-notice-preview = Preview
admin-notice-preview-title = Preview with made-up values
admin-notice-places = Placeholders that you can use
admin-notice-versions = Earlier texts
admin-notice-replaced = Replaced
admin-notice-saved = The text was saved. Notices are sent with it from now on.
admin-sms-units = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
admin-sms-parts = { $count ->
    [one] sent as { $count } SMS
   *[other] sent as { $count } SMS parts
}
notice-place-agency = Name of the agency
notice-place-service = Title of the service
notice-place-code = Tracking code
notice-place-number = Number of the secretariat
notice-place-date = Day on which it happened
notice-place-due = Last day, or the day that is promised
notice-place-step = Where the case stands
notice-place-office = Office in which the case lies
notice-place-result = Result
notice-place-otp = One-time code
notice-sample-service = Cosmetics import permit
notice-sample-step = Under review
notice-sample-office = Directorate of Product Supervision
notice-sample-result = Approved

## The audit log

admin-audit-caption = Newest first
admin-audit-none = Nothing of this kind has been recorded.
admin-when = When
admin-who = Who
admin-what = What
admin-chained = Chain
admin-chained-yes = Chained
admin-chained-not-yet = Not yet
admin-refused = Refused
admin-newest = Newest
admin-older = Older
admin-filter-staff = Member of staff
admin-filter-act = Act
admin-filter-kind = On
admin-filter-since = From (Persian calendar)
admin-filter-until = Until (Persian calendar)
admin-filter-refused = Only what was refused
admin-chain-sound = Sound
admin-chain-sound-text = { $count ->
    [one] The chain of { $count } line was read up to now, and nothing of it was changed.
   *[other] The chain of { $count } lines was read up to now, and nothing of it was changed.
}
admin-chain-unsealed = { $count ->
    [one] { $count } new line waits to be chained.
   *[other] { $count } new lines wait to be chained.
}
admin-chain-at = Read at:
admin-chain-broken = The audit log was tampered with
admin-chain-broken-text = A line is not as it was written. Change nothing, and tell the central operator at once.
admin-chain-unread = { $count ->
    [one] The log has { $count } chained line.
   *[other] The log has { $count } chained lines.
}
admin-chain-check = Read the whole chain
admin-is-staff = A member of staff
admin-is-citizen = Applicant
admin-is-visitor = Visitor
admin-is-worker = The system
admin-is-operator = Operator (command line)
admin-is-unknown = Unknown
admin-act-see = See
admin-act-list = List
admin-act-start = Begin
admin-act-edit = Edit
admin-act-submit = Submit
admin-act-attach = Add a document to
admin-act-fetch = Fetch a document of
admin-act-track = Track
admin-act-withdraw = Withdraw
admin-act-supply = Supply documents to
admin-act-complete = Complete
admin-act-number = Number in
admin-act-ask = Ask for documents for
admin-act-refer = Refer
admin-act-answer = Answer
admin-act-decide = Decide
admin-act-configure = Configure
admin-act-work = Automatic work on
admin-kind-agency = the agency
admin-kind-service = service
admin-kind-draft = draft
admin-kind-case = case
admin-kind-task = task
admin-kind-referral = referral
admin-kind-document = document
admin-kind-cartable = cartable
admin-kind-register = register
admin-kind-notice = notice
admin-kind-tenant = hosted agency

## The hosted agencies

admin-agency = Agency
admin-tenants-search = Name or address of an agency
admin-tenants-caption = { $count ->
    [one] { $count } agency
   *[other] { $count } agencies
}
admin-tenants-none = No such agency is hosted here.
admin-tenant-well = Well
admin-tenant-care = Needs attention
admin-tenant-closed = Closed
admin-demo = demo
admin-open-cases = Open cases
admin-overdue-cases = Overdue
admin-job-age = Job delay
admin-dead-jobs = Jobs given up
admin-outbox-lag = Notice delay
admin-last-activity = Last activity
admin-no-figures = The doors of this agency are closed, so no figures are read.
admin-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
admin-slug = Address
admin-opened = Opened
admin-sort = Order
admin-sort-name = Name
admin-sort-overdue = Most overdue cases
admin-sort-open = Most open cases
admin-sort-jobs = Longest job delay
admin-sort-dead = Most jobs given up
admin-sort-last = Latest activity

## What is wrong with what was typed, and every business "no" of the console

form-title-long = A title has 200 characters or fewer.
form-unit-unknown = There is no such unit, or it is closed.
form-phone-format = Write the telephone with digits, spaces or dashes, such as 021-66405569.
form-role-unknown = There is no such role.
form-until-before = The end has to come after the beginning.
form-since-past = The beginning cannot be in the past.
form-appointment-overlaps = Another appointment to this position begins within this time. End that one first.
refusal-unit-not-empty = Positions or units within this unit are open. Close them or move them elsewhere first.
refusal-position-has-work = There is work that lies before this position and no other. Finish it or refer it first.
refusal-last-admin = Nobody would be left who can configure this agency. Appoint another administrator, without a last day, first.
