# The in-person desk: receiving a visitor, filling in and registering a request, the receipt.

counter-nav = Counter
counter-title = The service counter
counter-lead = Choose the service, note who the visitor is, and fill in the form together.
counter-drafts = Being filled in
counter-draft-for = For { $name }
counter-draft-updated = Last changed:
counter-services = All services
counter-search-label = Search the titles of services
counter-search = Search
counter-search-all = Show all services
counter-found = { $count ->
    [one] { $count } service found
   *[other] { $count } services found
}
counter-found-none = No service has such a title. Try another word.
counter-none = No service takes requests at present.
counter-takes = Time: { $duration }
counter-registered = Registered here of late
counter-col-service = Service
counter-col-code = Tracking code
counter-col-number = Number
counter-col-stage = State
counter-col-opened = Registered
counter-col-promised = Answer by
counter-col-receipt = Receipt
counter-receipt-again = Receipt
counter-number-none = None yet

## The visitor

counter-visitor-title = Who is asking?
counter-visitor-lead = Look at the proof of identity and note what you see. What is marked (optional) may stay empty.
counter-visitor-submit = Continue to the form
counter-visitor-save = Save the changes
counter-visitor-saved = The visitor's particulars were saved.

counter-group-request = How did the request come?
counter-group-applicant = The applicant
counter-group-representative = Representation
counter-field-channel = The way the request came
counter-channel-in-person = In person
counter-channel-phone = By telephone
counter-channel-post = By post
counter-channel-agent-office = Through a Pishkhan office
counter-field-check = How was identity checked?
counter-check-national-card = National card seen
counter-check-shahkar = Mobile matched with the national code (Shahkar)
counter-check-passport = Passport seen
counter-check-residence-card = Residence or Amayesh card seen
counter-check-letterhead = Official letter with letterhead, stamp and signature
counter-field-kind = Who is the applicant?
counter-kind-national-code = An Iranian person, with a national code
counter-kind-company-id = A legal person, with a national identifier
counter-kind-foreign-id = A foreign person, with a foreigner's number
counter-field-id = National code, national identifier or foreigner's number
counter-hint-id = A national code has 10 digits, a national identifier 11, a foreigner's number 8 to 16.
counter-field-name = Full name, or name of the company
counter-hint-name = As on the proof of identity or in the official gazette.
counter-field-mobile = Mobile number
counter-hint-mobile = Each step is told by text message to this number. Leave it empty if there is none; then news are on paper only.
counter-field-mobile-owner = Whose number is it?
counter-mobile-owner-own = The applicant's own
counter-mobile-owner-other = Somebody else's, who agrees
counter-field-lang = Language of the messages
counter-lang-fa = Persian
counter-lang-en = English
counter-field-authority = Who acts on this request?
counter-authority-oneself = The applicant
counter-authority-introduction-letter = A representative, with an introduction letter
counter-authority-power-of-attorney = An attorney, with a power of attorney
counter-authority-gazette = The company's signatory, with the official gazette
counter-field-agent-name = Representative's full name
counter-hint-agent-name = Leave this and what follows empty if the applicant acts.
counter-field-agent-kind = Representative's kind of number
counter-agent-kind-national-code = National code
counter-agent-kind-foreign-id = Foreigner's number
counter-field-agent-id = Representative's national code or foreigner's number
counter-hint-agent-id = From their proof of identity.
counter-field-document-number = Number of the letter, power of attorney or gazette
counter-hint-document-number = As it stands on the document.
counter-field-document-until = Valid until
counter-hint-document-until = An expired document is not accepted.
counter-field-document-scope = What the representative may do
counter-hint-document-scope = Such as "follow up and collect the import permit".

form-foreign-id = A foreigner's number has 8 to 16 digits. Compare it with the document and correct it.
form-company-agent = A legal person does not come in person. Say who acts for it, and with which document.
form-document-expired = This document has expired. Ask for a valid one or correct the date.

## The form

counter-step = Step { $number } of { $of }
counter-for = For { $name }
counter-change-visitor = Change the visitor's particulars
counter-answers-title = The request
counter-answers-lead = Fill in the form together with the applicant. What you write is kept at every step; you can go on later.
counter-save-continue = Save and continue
counter-save-leave = Save and leave
counter-draft-saved = The draft is kept and stays at your counter.
counter-documents-title = Scan and upload the documents
counter-documents-lead = Scan and upload each document by itself, and hand the original back.
counter-document-added = The document was received and stored.
counter-document-removed = The document was removed.
counter-continue = Continue
counter-leave = Go on later
counter-check-title = Check it with the applicant before registering
counter-answers = Answers
counter-documents = Documents
counter-visitor = Applicant and representative
counter-check-declaration = The applicant has confirmed that this information is correct and knows that the agency uses it to deal with this request.
counter-register = Register the request and issue the receipt
counter-kept-back = You have signed in, and what you had written was kept in the draft.
counter-kept-lost = You have signed in, but your last change was not kept. Please check it again.

## The receipt

counter-receipt-title = Receipt of a request
counter-receipt-code = Tracking code
counter-receipt-number = Register number
counter-receipt-number-later = The secretariat gives it a register number later.
counter-receipt-promised = Answer by
counter-receipt-service = Service
counter-receipt-applicant = Applicant
counter-receipt-mobile = Text messages to
counter-receipt-mobile-none = No number was given; follow the request with its tracking code.
counter-receipt-time = Registered
counter-receipt-documents = Documents received
counter-receipt-documents-none = No document was received.
counter-receipt-clerk = Registered by
counter-receipt-office = Now with
counter-receipt-phone = Telephone:
counter-receipt-follow = Follow it
counter-receipt-follow-text = With the tracking code and the last four digits of the applicant's national code, national identifier or foreigner's number at:
counter-receipt-account = To see it in your account, sign in at the portal and choose "Add a request made in person".
counter-receipt-complaint = Complaints
counter-receipt-qr = QR code of the tracking code
counter-receipt-paper = Paper
counter-receipt-a5 = A5 sheet
counter-receipt-roll = 80 mm roll
counter-receipt-print = Print
counter-receipt-print-hint = Print with your browser; the paper size follows this choice.
counter-receipt-next = Next visitor

## On the page of the case

counter-reception-title = Registered at a counter
counter-reception-at = Counter
counter-reception-by = Registered by
counter-reception-mobile-other = This number is not the applicant's own.

desk-event-taken-at-counter = Registered at { $position }
desk-event-linked = The applicant added the request to an account

## Taking it into one's own account

portal-link-title = Add a request made in person
portal-link-offer = Did you make a request in person?
portal-link-lead = A request that was registered for you at a service counter comes into your account with the tracking code from its receipt.
portal-link-code-hint = 16 digits, on the receipt
portal-link-fact = Applicant's national code, national identifier or foreigner's number
portal-link-fact-hint = Not needed if you signed in with the mobile that you gave as your own at the counter.
portal-link-do = Add to my account
portal-link-unknown = No request fits this. Compare the code and the number with the receipt. A request that is in somebody else's account is not found here.
portal-linked = The request was added to your account.
