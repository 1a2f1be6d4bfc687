# The console: services, their versions, sheet, form and process.

services-title = Services
services-lead = What this agency offers. To change a service, draft its next version; nothing changes on the portal until you publish it.
services-none = No service has been defined yet.
services-service = Service
services-state = State
services-version = Published version
services-draft = Next version
services-open = Takes requests
services-closed-tag = Closed
services-draft-there = Drafted
services-draft-none = None
services-version-title = Version { $number }
services-versions = Versions
services-versions-hint = Running cases and unfinished requests go on with the version they began with.
services-current = Current
services-published-at = Published on

## The draft

services-draft-lead = Draft the next version of this service: change its sheet, form and process, look at the preview, then publish it.
services-draft-open = Begin a draft
services-draft-opened = The draft is ready.
services-draft-saved = Last saved:
services-draft-discarded = The draft was discarded. What is published has not changed.
services-save = Save the draft
services-saved = The draft was saved.
services-discard = Discard the draft
services-discard-text = All changes of this draft are lost. What is published stays as it is.
services-discard-confirm = Discard it
services-conflict-title = This draft has changed meanwhile
services-conflict-text = What you wrote is still on this page and was not saved. If you save again, yours takes its place.
services-conflict-see = See what is written now

## Changes

services-changes = Differences from what is published
services-changes-none = Nothing has been changed yet.
services-changes-sheet = Sheet
services-changes-form = Form
services-changes-order = The questions stand in another order.
services-changes-process = Another version of the process was chosen.
services-was = Before:
services-is = After:
services-field-added = New
services-field-removed = Removed
services-field-changed = Changed
services-nth = { $label } { $number }
services-in-fa = { $label } (Persian)
services-in-en = { $label } (English)

## Closing and opening

services-close = Close the service
services-close-text = A closed service is not listed on the portal and takes no new requests. Unfinished requests are kept and running cases go on.
services-closed = The service is closed and takes no new requests.
services-reopen = Open the service
services-reopen-text = Once it is open, unfinished requests can be submitted too.
services-reopened = The service is open and takes requests.

## The sheet

services-sheet-title = Service sheet
services-sheet-lead = You can save the sheet unfinished. What is still missing is told all at once when you publish. Where there is no English text, the Persian one is shown.
services-sections = Parts of the sheet
services-section-service = The service
services-section-documents = Documents
services-section-time = Time and deadlines
services-section-fees = Fees
services-section-steps = Steps and decision
services-section-contact = Contact and access
services-section-more = Laws, questions and promises
services-entry = { $number }. { $name }
services-entry-new = Add another
services-entry-remove = Remove this one
services-sentences-hint = One sentence a line. Persian and English lines are paired in order.
services-document-hint = The question of the form in which the applicant uploads this document.
services-day-hint = In the Persian calendar, such as 1405/07/01
services-number-hint = No limit if left empty.

services-row-title = Title
services-row-code = Service ID
services-row-parent-agency = Parent body
services-row-description = Description
services-row-recipients = Recipients
services-row-variant = Kind of request
services-row-audience = Kind of service
services-row-nature = Nature
services-row-level = Level
services-row-life-events = Life events
services-row-trigger = What starts it
services-row-documents = Required documents
services-row-key = Question of the form
services-row-form = Form of the document
services-row-issuer = Issued by
services-row-required = Required
services-row-note = Note
services-row-duration = How long it takes
services-row-duration-span = The time that the receipt promises
services-row-span = Promised time
services-row-text = Text
services-row-starts = Time begins to run
services-row-months = Months
services-row-days = Calendar days
services-row-working-days = Working days
services-row-hours = Hours
services-row-minutes = Minutes
services-row-opening-hours = Count hours and minutes only while the office is open
services-row-deadline = What a deadline means
services-row-rule = Rule
services-row-frequency = Frequency
services-row-validity = Validity of the result
services-row-fees = Fees
services-row-amount = Amount in rials
services-row-account = Account number
services-row-online = Done online
services-row-decides = Who decides (title of the post)
services-row-visits = Visits in person
services-row-steps = Steps
services-row-office = Office
services-row-inquiries = Inquiries to other bodies
services-row-agency = Agency
services-row-about = What is asked
services-row-contact = Office that answers
services-row-phone = Phone
services-row-email = E-mail
services-row-address = Address
services-row-complaint = Complaints
services-row-link = Link
services-row-channels = Channels
services-row-laws = Laws and regulations
services-row-faq = Frequent questions
services-row-question = Question
services-row-answer = Answer
services-row-sla = Promises (service level agreement)
services-row-edition = Edition of the sheet
services-row-number = Number
services-row-approved-on = Approved on

## The form

services-form-title = Request form
services-form-lead = The questions appear on the portal in this order. A question within a part stands under that part's heading.
services-form-none = This form asks nothing yet.
services-required = (required)
services-up = Move { $name } up, row { $number }
services-down = Move { $name } down, row { $number }
services-edit = Edit
services-remove = Remove
services-add = Add to the form
services-add-go = Continue
services-behind = After
services-behind-all = At the end of the form
services-component-new = Add to the form
services-component-title = Edit
services-component-removed = It was taken out of the form.
services-separator-text = A separator has nothing to write.
services-key-hint = A name in Latin letters under which the answer is kept, such as companyName. With another key it is another question.
services-values-hint = One option a line: value | Persian label | English label. Such as: de | … | Germany
services-component-process-hint = Only for answers that a condition of the process reads. These answers are not sealed.
services-role-hint = If the answer tells who the applicant is, choose its role.

services-type-textfield = Text, one line
services-type-textarea = Text, several lines
services-type-number = Number
services-type-select = Choice from a list
services-type-radio = Choice of a few
services-type-checkbox = Box to tick
services-type-date = Date
services-type-national-id = National code
services-type-company-id = Company's national ID
services-type-mobile = Mobile number
services-type-filepicker = Document upload
services-type-group = Part (heading)
services-type-text = Explanation
services-type-separator = Separator

services-prop-type = Type
services-prop-key = Key
services-prop-label = Label
services-prop-description = Hint
services-prop-text = Text
services-prop-required = It must be answered
services-prop-process = Give the answer to the process
services-prop-role = Role
services-prop-values = Options
services-prop-min-length = Fewest characters
services-prop-max-length = Most characters
services-prop-min = Least value
services-prop-max = Greatest value
services-prop-decimal-digits = Decimals
services-prop-unit = Unit
services-prop-max-files = Most files
services-prop-max-bytes = Largest file (MB)
services-prop-accept = File types

services-role-applicant-name = Name of the applicant
services-role-national-code = National code of the applicant
services-role-company-id = National ID of the applicant
services-role-contact-mobile = Mobile for calls
services-role-contact-email = E-mail for contact

services-removal-title = Remove from the form
services-removal-group = Only the heading goes; its questions stay where they are.
services-removal-text = Answers given in cases and requests of earlier versions stay.
services-removal-confirm = Remove it
services-depends = This question is needed:
services-depends-text = If you remove it, these have to be put right before publishing.
services-depends-none = Nothing else needs it.
services-depends-document = The sheet gets the document “{ $title }” from it
services-depends-condition = A condition after the step “{ $step }” of the process reads its answer
services-depends-role = Its role: { $role }

## Process and preview

services-process = Process
services-process-see = See the process
services-process-choose = Version of the process
services-process-hint = Cases of the next version run through this process.
services-process-save = Choose the process
services-process-version = { $key }, version { $version }
services-preview-title = Preview
services-preview-lead = Sheet and form as applicants see them on the portal. Nothing on this page is sent.
services-preview-sheet = Page of the service
services-preview-form = Request form

## Publishing

services-publication-title = Publish the next version
services-publication-go = Review and publish
services-publication-lead = Publishing makes this draft version { $number } of the service, and new requests begin with it. Running cases go on with their own version.
services-publish = Publish
services-published = The new version is published.
services-missing = { $count ->
    [one] One thing has to be put right before publishing
   *[other] { $count } things have to be put right before publishing
}

form-service-unstated = This is not complete. Applicants must know it before they begin.
form-service-code = A service ID has 8 to 13 digits.
form-service-applicant = The form must ask who the applicant is: a question with the role “name of the applicant”, and one with the role “national code” or “national ID”.
form-service-document-unlisted = The form asks for the document “{ $label }”, which the sheet does not list.
form-service-document-unasked = The sheet lists the document “{ $label }”, which the form does not ask for (key: { $key }).
form-service-document-required = Sheet and form differ on whether the document “{ $label }” is required (key: { $key }).
form-service-variable = A condition of the process reads the answer “{ $key }”, which the form does not give to it.
form-service-role = Step “{ $step }”: no position carries the role { $role }.
form-service-notice = Step “{ $step }”: the notice that is sent has no words.
form-service-reason = Step “{ $step }”: no reason is listed for the outcome “{ $outcome }”.
form-service-register = Step “{ $step }”: the register that “{ $outcome }” takes its number from is not there.
form-service-link = A link begins with https:// or http:// and has no spaces.
form-service-sentences = There are more English lines than Persian ones.
form-service-option = Each line needs a value and a label at least, set apart by |
form-service-accept = Choose one type of file at least.
form-service-unreadable = The sheet could not be read. Please open the page again.
form-choice = Please choose one from the list.

## Processes

processes-title = Processes
processes-lead = The steps that requests go through. Every published version stays for the cases that began with it.
processes-none = No process has been published yet.
processes-picture = Picture of the process
processes-picture-region = Picture of the process; scroll sideways where needed
processes-picture-desc = The steps and the ways between them. The same stands in the list of steps.
processes-picture-hint = Each step leads to its line in the list of steps.
processes-steps = List of steps
processes-what = What it is
processes-who = Done by
processes-within = Within
processes-next = Then
processes-nobody = No position carries this role
processes-late = If { $span } pass
processes-kind-start = Start
processes-kind-end = End
processes-kind-task = Done by a position
processes-kind-service = Done by the system
processes-kind-send = The applicant is told
processes-kind-receive = Waiting for the applicant
processes-kind-pass = Passed
processes-kind-choice = Choice of ways
processes-kind-fork = Ways at the same time
processes-kind-timer = Time runs out
processes-kind-scope = Several steps together
processes-kind-or = One way or several
processes-kind-first = Whatever happens first
processes-kind-event = Something happens
