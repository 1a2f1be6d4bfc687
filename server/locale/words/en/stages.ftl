# Where a request stands, as its applicant reads it: the word, and what it means for them.

stage-draft = Draft
stage-draft-meaning = This request has not been sent yet. Complete and send it whenever you like.

stage-submitted = Submitted
stage-submitted-meaning = We have your request. It is waiting to be registered by the secretariat.

stage-registered = Registered
stage-registered-meaning = The secretariat has given your request a letter number and passed it on for review.

stage-in-review = In review
stage-in-review-meaning = An expert is looking at your request and its documents.

stage-needs-documents = Documents missing: waiting for you
stage-needs-documents-meaning = We need further documents to go on. Please send them by the date shown; until then our own time to answer stands still.

stage-needs-payment = Waiting for payment
stage-needs-payment-meaning = The fee has not been paid yet. Please pay it by the date shown; until then our own time to answer stands still.

stage-waiting-inquiry = Waiting for another agency
stage-waiting-inquiry-meaning = We have asked another agency and are waiting for its answer. You need not do anything.

stage-appointment = Appointment set
stage-appointment-meaning = A time has been set for an inspection or for you to come in. Please be there at that time.

stage-in-committee = Before the committee
stage-in-committee-meaning = Your request is waiting for its turn in the committee. You need not do anything.

stage-awaiting-signature = Waiting for signature
stage-awaiting-signature-meaning = The review is over, and your request is waiting for the manager's decision.

stage-approved = Approved
stage-approved-meaning = Your request was approved. The answer is on this page.

stage-issued = Issued
stage-issued-meaning = Your permit or certificate has been issued.

stage-rejected = Rejected
stage-rejected-meaning = Your request was not approved. The answer gives the reason, how to put it right and how to object.

stage-objection = Objection under review
stage-objection-meaning = We have your objection. Somebody other than the one who decided before is looking at it.

stage-withdrawn = Withdrawn
stage-withdrawn-meaning = The request was withdrawn as you asked and will not be processed.

stage-lapsed = Lapsed
stage-lapsed-meaning = What was needed did not arrive in time, so the request lapsed. To go on, please submit a new one.

stage-deemed-approved = Approved by law (time limit passed)
stage-deemed-approved-meaning = The agency did not answer within the legal time limit, so the law counts your request as approved.

stage-forwarded = Forwarded to the competent agency
stage-forwarded-meaning = Your request was sent to the agency that is competent for it and goes on there.

stage-closed = Closed
stage-closed-meaning = This request is finished and its file has been archived.
