# Moving running cases from one version of their process to another, at the console.

migrations-title = Move cases to another version
migrations-lead = A running case goes on with the version of its process that it began with. Here you can move the cases of one version to another version of the same process, by an explicit plan.
migrations-running = { $count } running cases
migrations-to = Move to version { $number }
migrations-only = This process has no other version.
migrations-none = There are no running cases.
migrations-latest = Latest moves
migrations-line = From version { $from } to version { $to }
migrations-moved = { $count } cases moved
migrations-stopped-tag = Stopped
migrations-running-tag = Under way
migrations-plan-title = Plan of the move
migrations-plan-lead = Say for every place at which a case can wait where it goes in the other version. Only steps of the same kind are offered. Try the plan first; a trial changes nothing.
migrations-trial = Result of the trial
migrations-misfitting = { $count } cases do not fit
migrations-fits = Every case fits
migrations-fitting = { $count } cases would be moved.
migrations-waiting = { $count } waiting
migrations-cannot = { $count } cannot go:
migrations-try = Try the plan
migrations-start = Start the move
migrations-started = The move has begun. Cases are moved one after the other.
migrations-one-title = Moving cases
migrations-count-moved = Moved
migrations-count-waiting = Waiting
migrations-count-misfit = Did not fit
migrations-count-left = Left on the old version
migrations-stop = Stop the move
migrations-stop-text = Cases whose turn has not come stay on the version they have. Those that were moved do not come back.
migrations-stopped = The move was stopped.
migrations-stopped-at = This move was stopped:
migrations-misfits = Cases that did not fit
migrations-why-unmapped = The plan does not say where to.
migrations-why-missing = There is no such step in the other version.
migrations-why-kind = The step is of another kind.
migrations-why-scope = The step is within another sub-process.
migrations-why-repeat = The step is repeated in another way.
migrations-why-flow = The branch by which the case came is not in the other version.
migrations-why-timer = The time of a timer cannot be told.

refusal-plan-incomplete = The plan does not say of every case where it goes. See the result of the trial and complete the plan.

desk-event-migrated = The case went on with another version of its process
