# The staff workspace.

desk-nav-cartable = Cartable

## A form that was kept while its sender signed in

desk-kept-back = The form that you sent when your session had ended is filled in again. It has not been recorded yet: check it and send it.
desk-kept-lost = You have signed in. The case whose form was kept is no longer open to you.

## The cartable

desk-cartable-title = Cartable of { $position }
desk-cartable-done = There is nothing further to do in this list.
desk-no-position-title = You hold no position
desk-no-position-text = At present no position is assigned to you, so you have no cartable. Please contact the administrator of your agency's desk.
desk-trays = Cartables of your positions
desk-tray-open = { $count ->
    [one] { $count } open item
   *[other] { $count } open items
}
desk-tray-unread = { $count } unread
desk-tray-overdue = { $count } overdue
desk-tray-open-many = more than { $count } open items
desk-tray-unread-many = more than { $count } unread
desk-tray-overdue-many = more than { $count } overdue
desk-filters = Filter the list
desk-search = Number or tracking code
desk-filter-unread = Unread only
desk-filter-overdue = Overdue only
desk-filter-apply = Show
desk-filter-clear = Clear the filters
desk-list-caption = In order of due date, the nearest first
desk-list-empty = Nothing lies in this cartable.
desk-list-none-found = Nothing was found with these filters.
desk-col-service = Service
desk-col-code = Number or code
desk-col-asks = What is asked
desk-col-stage = Stage
desk-col-since = Since
desk-col-due = Due
desk-kind-step = process step
desk-kind-referral = referral
desk-kind-copy = referral for information
desk-unread = Unread
desk-due = Due:
desk-due-none = No due date
desk-late = Overdue
desk-next = Next item
desk-page = Page { $number }

## The page of a case

desk-case-nav = Moving between cases
desk-code = Tracking code
desk-number = Register number
desk-opened = Requested
desk-promised = Promised for
desk-closed = Ended
desk-paused = The clock stands still: the agency waits for the applicant, and these days do not count towards its own time.
desk-todo-title = Your work on this case
desk-todo-none = At present nothing is asked of you in this case.
desk-case-closed = This case has ended.
desk-applicant-title = Applicant
desk-applicant-name = Name
desk-applicant-mobile = Mobile
desk-applicant-email = E-mail
desk-answers-title = The applicant's answers
desk-documents-title = Documents
desk-documents-none = No document was attached.
desk-decision-title = Decision
desk-requests-title = Documents asked of the applicant
desk-request-open = Waiting for the applicant
desk-request-answered = Received
desk-request-asked = Asked:
desk-steps-title = Steps
desk-step-open = Under way
desk-step-done = Done
desk-step-cancelled = Cancelled
desk-notices-title = Messages to the applicant
desk-history-title = History

## Finishing a step

desk-number-hint = This enters the request in the register of incoming letters and gives it a number.
desk-number-submit = Register and number
desk-missing-items = Missing or deficient documents
desk-missing-others = Other documents
desk-missing-others-hint = Write each document on a line of its own.
desk-missing-note = Explanation for the applicant
desk-missing-note-hint = Say what is wrong with each document and what to send. The applicant reads this text.
desk-missing-due = The applicant has 30 days to send the documents; meanwhile the agency's clock stands still.
desk-missing-submit = Ask for the documents
desk-decision-reason = Reason
desk-decision-text = Answer to the applicant
desk-decision-text-hint = Say in plain words what was decided and why. The applicant reads this very text.
desk-done-step = Done.

## Referrals

desk-refer-title = Refer the case
desk-refer-from = From position
desk-refer-to = To position
desk-refer-action = What for
desk-refer-order = Order
desk-refer-order-hint = Only staff see it.
desk-refer-due = Answer by
desk-refer-due-hint = Leave it empty if no date is needed.
desk-refer-tells = Tell the applicant
desk-refer-tells-hint = The applicant is told the name of the receiving unit, never the order.
desk-refer-submit = Refer
desk-position-held = { $position } – { $holder }
desk-position-vacant = { $position } – vacant
desk-done-referral = The case was referred.
desk-referrals-title = Referrals
desk-referral-from = From
desk-referral-to = To
desk-referral-sent = Sent:
desk-referral-seen = Seen:
desk-referral-unseen = Not seen yet
desk-referral-told = The applicant was told
desk-referral-open = Waiting for an answer
desk-referral-informed = For information
desk-referral-answered = Answered
desk-referral-noted = Noted
desk-referral-ended = Closed with the case
desk-referral-answer = Answer
desk-referral-answer-it = Answer this referral
desk-question-title = Referral: { $action }
desk-answer = Answer to the referral
desk-answer-submit = Record the answer
desk-answer-note = Note
desk-answer-seen = Noted
desk-done-answer = The answer was recorded.

## What could not be done

desk-not-done-title = This was not done
desk-not-done-kept = What you had written was not recorded. Copy it from here if you need it:
desk-not-done-case = See the case
desk-not-done-list = Back to the list

## The history

desk-actor-applicant = Applicant
desk-actor-staff = Staff
desk-actor-desk = The system
desk-event-before = Before { $position }
desk-event-until = Until { $date }
desk-event-promised = Newly promised for { $date }
desk-event-opened = The request arrived and the case was opened
desk-event-task-opened = Step "{ $step }" began
desk-event-task-done = Step "{ $step }" was done
desk-event-task-cancelled = Step "{ $step }" was cancelled
desk-event-stage-changed = Stage: { $stage }
desk-event-numbered = Entered in the register as number
desk-event-documents-asked = Documents were asked of the applicant
desk-event-documents-supplied = The applicant sent the documents
desk-event-referred = Referred to { $position }
desk-event-referral-answered = { $position } answered the referral
desk-event-decided = It was decided
desk-event-told = The message "{ $notice }" to the applicant was prepared
desk-event-service-started = Automatic work began
desk-event-service-done = Automatic work was done
desk-event-timer-fired = A deadline of the process passed
desk-event-clock-stopped = The clock was stopped
desk-event-clock-started = The clock was started again
desk-event-stuck = The process cannot go on by itself; the administrator has to look
desk-event-withdrawn = The applicant withdrew the request
desk-event-ended =
    { $state ->
        [completed] The case came to its end
        [cancelled] The case was stopped and closed
       *[failed] The case was stopped by an error
    }

## Why a form could not be taken as it was

form-choose = Please choose one of the options of the list.
form-date-past = This date has passed. Please enter a later one.
form-password-wrong = This is not your present password. Please enter it again.
form-password-short = This password is too short. Please choose one of 12 characters or more.
form-password-long = This password is too long. Please choose one of 128 characters or fewer.
form-password-common = Many people use this password, so it is easy to guess. Please choose another.
form-password-guessable = The password must not contain your user name or the name of the agency. Please choose another.
form-password-differs = The two new passwords are not the same. Please enter both again.
form-authenticator-code = This is not the code of the new authenticator. Please enter the one that it shows now.
form-authenticator-expired = This page had been open for too long. Please add the new key to the authenticator and enter its code.

## Of the members of staff, for whoever changes their access

form-username-format = A user name has 2 to 64 small Latin letters, digits, dots, dashes and underscores.
form-username-taken = Somebody has this user name already.
form-staff-name = A name is needed, of 200 characters or fewer.
form-staff-oneself = You cannot disable yourself.
form-position-unknown = There is no such position.
