# The citizen portal, the directory of agencies and the development outbox.

portal-nav = Parts of the service desk
portal-nav-services = Services
portal-nav-tracking = Track a request
portal-nav-requests = My requests
portal-nav-sign-in = Sign in
portal-signed-in = Signed in
portal-signed-out = You are signed out.

## What pages share

portal-code = Tracking code
portal-number = Secretariat number
portal-opened = Submitted
portal-promised = Answer by
portal-closed = Closed
portal-phone = Telephone:
portal-email = E-mail:
portal-office-title = Who has your request now?
portal-documents = Documents
portal-documents-none = No documents were sent.
portal-answers = Answers
portal-timeline = What has happened
portal-continue = Continue
portal-leave = Continue later
portal-document-added = The document has arrived and is saved.
portal-document-removed = The document was removed.

## The catalogue

portal-catalogue-title = Electronic services
portal-catalogue-lead = Choose the service you need, and see before you start which documents it takes, how long it takes and what it costs.
portal-catalogue-list = All services
portal-catalogue-none = No service takes requests at present.
portal-search-label = Search the titles of services
portal-search = Search
portal-search-all = Show all services
portal-found = { $count ->
    [1] One service found
   *[other] { $count } services found
}
portal-found-none = No service has this title. Please try another word.
portal-takes = Time: { $duration }
portal-online = Online

## The sheet of a service

portal-start = Start a request
portal-start-hint = You can leave at any time and go on later from where you were.
portal-sheet-duration = How long does it take?
portal-sheet-cost = Cost
portal-sheet-decides = Who decides?
portal-sheet-recipients = Who is it for?
portal-sheet-documents = Which documents are needed?
portal-sheet-if-applicable = (if applicable)
portal-sheet-issuer = Issued by: { $issuer }
portal-sheet-steps = Steps
portal-sheet-deadline = Time limits
portal-sheet-starts = The time begins to run: { $starts }
portal-sheet-fees = Fees
portal-sheet-free = Free of charge
portal-sheet-online = Can be paid online.
portal-sheet-promises = What we promise (service level agreement)
portal-sheet-laws = Laws and regulations
portal-sheet-faq = Frequent questions
portal-sheet-contact = The office that answers for this service
portal-sheet-complaint = Complaints
portal-sheet-complaint-link = Make a complaint
portal-sheet-more = Details of the service (identity sheet)
portal-sheet-code = Service id
portal-sheet-parent = Parent body
portal-sheet-variant = Kind of request
portal-sheet-audience = Kind of service
portal-sheet-nature = Nature
portal-sheet-level = Level
portal-sheet-life-events = Life event
portal-sheet-trigger = How it begins
portal-sheet-channels = Ways to ask for it
portal-sheet-visits = Visits in person
portal-sheet-frequency = How often
portal-sheet-inquiries = Inquiries at other bodies
portal-sheet-validity = Validity of the result
portal-sheet-edition = Edition of the sheet
portal-sheet-edition-value = Edition { $number }, approved on { $date }

## Signing in

portal-sign-in-title = Sign in with your mobile number
portal-sign-in-lead = We send a six-digit code to your mobile by SMS. You need no password.
portal-sign-in-kept = Please sign in to go on. You continue from here afterwards, and nothing you may have written is lost.
portal-sign-in-first = Please sign in again to do this. If you were sending a file, choose it again afterwards; nothing else is lost.
portal-mobile = Mobile number
portal-mobile-hint = For example 09123456789. News of your requests goes to this number.
portal-send-code = Send the code
portal-code-title = Enter the code from the SMS
portal-code-sent = A code was sent to
portal-code-sent-again = A new code was sent to
portal-code-label = Six-digit code
portal-code-hint = The code is valid for three minutes.
portal-code-enter = Sign in
portal-code-again = Send a new code
portal-code-again-at = from { $time }
portal-kept-done = You are signed in; your work goes on where it was.
portal-kept-lost = You are signed in, but your last change could not be saved. Please check it again.

## A draft

portal-step = Step { $number } of { $of }
portal-answers-title = Your request
portal-answers-lead = Fill in everything that is not marked "(optional)". What you write is saved at every step.
portal-save-continue = Save and continue
portal-save-leave = Save and leave
portal-draft-saved = The draft is saved. You can go on from here at any time.
portal-documents-title = Upload documents
portal-documents-lead = Upload each document by itself. A clear photo of the paper will do.
portal-check-title = Check your answers before you send them
portal-check-next = What happens after you send it?
portal-check-next-text = You see your tracking code at once and get it by SMS. The secretariat registers the request and passes it on for review.
portal-check-declaration = By sending this request I confirm that this information is right, and I agree that the agency uses it to deal with this request.
portal-submit = Confirm and send the request

## Requests

portal-requests-title = My requests
portal-requests-sent = Sent
portal-requests-none = You have not sent a request yet.
portal-requests-start = Choose a service and start a request
portal-drafts = Drafts
portal-draft-updated = Last changed:
portal-draft-resume = This request has not been sent yet.
portal-paused = We are waiting for your documents, and our own time to answer stands still. When they have arrived, the date of the answer is set anew.
portal-asked-title = We need these documents to go on
portal-asked-due = Send them by:
portal-asked-lead = Upload each document, then press "Send the documents".
portal-supply = Send the documents
portal-supplied = Your documents have arrived and we go on.
portal-decision-title = The agency's answer
portal-decision-reason = Reason:
portal-decision-advice = What can you do now?
portal-receipt-show = Show the receipt
portal-withdraw = Withdraw the request
portal-withdrawn = Your request is withdrawn.
portal-withdrawal-title = Do you want to withdraw this request?
portal-withdrawal-text = Work on it then ends, and this cannot be undone. If you need the service again, you have to make a new request.
portal-withdrawal-do = Yes, withdraw it
portal-withdrawal-not = No, keep it

## The receipt

portal-receipt-title = We have your request
portal-receipt-code = Your tracking code
portal-receipt-promised = You will have an answer by this day at the latest:
portal-receipt-sms = The tracking code and news of each step go by SMS to
portal-receipt-next = What happens next
portal-receipt-next-register = The secretariat registers the request and gives it a number.
portal-receipt-next-review = An expert looks at the request and its documents. If something is missing, we tell you.
portal-receipt-next-answer = The result and its reason are written here, and you get an SMS.
portal-receipt-follow = How to follow it
portal-receipt-follow-text = Under "My requests", or without signing in under "Track a request", with the tracking code and the last four digits of the national code or company id.
portal-receipt-details = Details
portal-receipt-agency = Agency
portal-receipt-service = Service
portal-receipt-applicant = Applicant
portal-receipt-office = Office in charge
portal-receipt-print = Print this page or save it as PDF to keep it.
portal-receipt-open = Show the request

## What happened

portal-moment-opened = The request was submitted
portal-moment-numbered = Entered by the secretariat
portal-moment-numbered-text = Secretariat number: { $number }
portal-moment-stage = State: { $stage }
portal-moment-referred = Passed on to another unit for review
portal-moment-asked = Further documents were asked for
portal-moment-asked-text = Send them by: { $date }. Until they arrive, our time to answer stands still.
portal-moment-supplied = Your documents arrived
portal-moment-clock-stopped = The time to answer stands still until the documents arrive
portal-moment-clock-started = The time to answer runs again
portal-moment-clock-started-text = New date of the answer: { $date }
portal-moment-decided = A decision was made
portal-moment-withdrawn = The request was withdrawn as you asked
portal-moment-ended = Work on the request has ended

## Tracking

portal-tracking-title = Track a request
portal-tracking-lead = See where a request stands without signing in. To protect your privacy we ask for one more thing beside the tracking code.
portal-tracking-code-hint = Sixteen digits, on your receipt and in the SMS.
portal-tracking-fact = Last four digits of the national code or company id, or the mobile number
portal-tracking-fact-hint = As given in the request.
portal-tracking-do = Show the state
portal-tracking-unknown = There is no request with these details. Compare the code and the second detail with your receipt and enter them again.
portal-tracking-more = Sign in to see the answer, the documents and all details:
portal-found-title = State of the request

## The directory and the development outbox

portal-directory-title = Agencies with a service desk
portal-directory-none = No agency has opened a service desk yet.
portal-directory-demo = Demonstration
portal-directory-desk = Staff workspace
portal-outbox-title = Outbox (development)
portal-outbox-lead = The SMS and e-mails that this server has sent. This page exists in development only.
portal-outbox-staff = Signing in as demo staff
portal-outbox-who = Person
portal-outbox-agency = Agency
portal-outbox-username = User name
portal-outbox-password = Password
portal-outbox-code = Code now
portal-outbox-messages = Messages, newest first
portal-outbox-none = Nothing has been sent yet.
portal-outbox-sms = SMS
portal-outbox-email = E-mail
portal-outbox-to = to
