# Cases that cannot go on by themselves, at the console.

admin-nav-incidents = Stuck cases
admin-nav-incidents-text = Where cases cannot go on by themselves, and what can be done about each

incidents-title = Stuck cases
incidents-lead = Wherever a case cannot go on by itself it is listed here, so that somebody looks after it. To the applicant the request is still in progress.
incidents-which = Which of them
incidents-open = Open ({ $count })
incidents-ended = Looked after
incidents-old = { $count } for more than an hour
incidents-old-text = Please begin at the top: the oldest come first.
incidents-none = There is nothing in this list.
incidents-case = Case
incidents-service = Service
incidents-where = Step
incidents-what = What happened
incidents-since = Since
incidents-end = Result
incidents-done = Done, and noted in the history of the case.

incidents-one-title = Stuck case
incidents-detail = Message of the system
incidents-applicant = The applicant does not see this: to them the request is still in progress.
incidents-remedies = What can be done
incidents-reason = Reason
incidents-reason-hint = It stays on record, and the applicant does not see it.
incidents-retry = Try again
incidents-retry-text = The system does this step once more. If it is still not possible, it comes back to this list.
incidents-skip = Pass over this step
incidents-skip-text = The case goes on as if this step had been done. This cannot be undone.
incidents-way-label = Go on by
incidents-way = { $way } (to “{ $step }”)
incidents-assign = Give it to a position
incidents-assign-text = The step comes before a position that somebody holds.
incidents-position-label = Position
incidents-position = { $position } – { $unit }
incidents-correct = Correct a variable and try again
incidents-correct-text = One of the variables that the conditions of the process ask about is given another value, and the step is tried again. What the applicant wrote stays as it is.
incidents-variable = Name of the variable
incidents-value-kind = Kind of value
incidents-value-text = Text
incidents-value-number = Number
incidents-value-yes = Yes
incidents-value-no = No
incidents-value-nothing = Empty
incidents-value = New value
incidents-close = Set aside
incidents-close-text = Nothing more can be done about this, and it is taken off the list. The case stays as it is.
incidents-picture = The step “{ $step }” is marked in the picture.
incidents-process = See the process
incidents-variables = Variables of the case
incidents-variables-hint = What the conditions of the process may ask about. Opening this page is noted in the audit log.

## What stands in the way

incidents-kind-expression = An expression could not be decided
incidents-kind-decision = A decision table gave no answer
incidents-kind-timer = The time of a timer could not be told
incidents-kind-no-flow = No condition holds
incidents-kind-runaway = Too many steps were done at once
incidents-kind-deadlock = A join waits for a branch that cannot come
incidents-kind-or-join-cycle = Two joins wait for each other
incidents-kind-uncaught-error = An error that nothing caught ended the case
incidents-kind-job = An automatic job failed again and again
incidents-kind-nobody = The step is before a role that nobody holds

incidents-advice-expression = Correct the variable that the expression asks about, or publish a corrected version of the process and move the case to it; then try again.
incidents-advice-decision = Correct the facts and try again. If the table is wrong, correct it, publish the process anew and move the case to that version; or set the resulting variable yourself and pass over the step.
incidents-advice-timer = Correct the variable that the time is worked out from, and try again.
incidents-advice-no-flow = Choose the right way and pass over the step, or correct the variable that the conditions ask about.
incidents-advice-runaway = There may be a loop in the process. Publish a corrected version and move the case to it.
incidents-advice-deadlock = Trying again does not help. Publish a corrected version of the process and move the case to it.
incidents-advice-or-join-cycle = Trying again does not help. Publish a corrected version of the process and move the case to it.
incidents-advice-uncaught-error = The case has ended. Get in touch with the applicant, and correct the process.
incidents-advice-job = Put right what was wrong and try again. If the job is no longer needed, pass over the step.
incidents-advice-nobody = Give the step to a position that somebody holds, or appoint somebody to a position with this role.

## How it ended

incidents-how-passed = The case went on by itself
incidents-how-retried = Tried again
incidents-how-skipped = The step was passed over
incidents-how-assigned = Given to a position
incidents-how-set-aside = Set aside
incidents-how-moved = The case was moved within its process

refusal-not-so-mended = This cannot be put right in this way. Open the page again and see what is possible.

## In the case's history

desk-event-mended = The administrator looked after what had stopped the case
desk-event-variable-set = The administrator corrected a variable of the process
desk-event-task-assigned = The step “{ $step }” was given to another position
