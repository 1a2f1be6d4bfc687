# The console: trying a draft out, and the tests that are kept of what was tried.

trial-title = Try the draft out
trial-lead = This is a sandbox: nobody is told anything, no number is used, and nothing of it shows in figures or lists.
trial-open = Try the draft out
trial-unsound = The draft can be tried out when nothing is wrong with the process itself any more. Its page says what is.
trial-begin = Begin
trial-begin-service = As a request for { $service }
trial-begin-service-hint = Only what the process reads of the form is asked here.
trial-begin-services = Services that run through this process
trial-begin-plain = Without a service
trial-vars = What the process may ask
trial-vars-hint = One on each line, such as: urgent = true
trial-begun = The trial has begun.
trial-is-over = The trial was ended; nothing of it is left.
trial-played-again = The same was played on the draft as it is now.
trial-outdated = The draft has been changed since this trial began. What you see here is how it was.
trial-again = Play the same on the draft as it is now
trial-now = Now
trial-where = Where it stands
trial-stage = What the applicant sees
trial-clock = Time in the trial
trial-promised = Promised date
trial-deadline-title = Deadline
trial-deadline = { $step }: { $day }
trial-deadline-stopped = { $step }: stands still while the applicant has to act
trial-here = Waits here
trial-ahead = What can be done now
trial-ahead-hint = For each, what would happen can be looked at before it is done.
trial-ahead-none = The case is over; nothing can be done any more.
trial-would = What would happen
trial-fill = Fill in and do
trial-do = Do this
trial-items = Documents to ask for
trial-items-hint = One on each line.
trial-clock-move = Let time pass
trial-count = How many
trial-unit = Of what
trial-unit-hours = Hours
trial-unit-days = Days
trial-unit-working-days = Working days
trial-wait = Let pass
trial-log = What happened
trial-end = End the trial
trial-end-text = What was done here goes. Tests that were kept stay.

## Keeping it as a test

trial-keep-title = Keep as a test
trial-keep-text = The same will be played before every publishing of this process. If anything else comes of it, publishing is refused and what differs is told.
trial-keep-name = Name
trial-keep-name-hint = What is tried, such as: approved without anything missing
trial-keep = Keep
trial-kept = The test was kept.
trial-tests-title = Tests of this process
trial-tests-lead = What was kept is played on the draft as it is now. Before publishing, all of it has to go as it went.
trial-tests-none = No test has been kept yet.
trial-tests-run = Run all again
trial-tests-refusal = { $count ->
    [one] The draft was not published: one test goes otherwise than it went
   *[other] The draft was not published: { $count } tests go otherwise than they went
}
trial-test-title = Test of a process
trial-test-passes = As it went
trial-test-differs = Differs
trial-test-not-played = Cannot be played
trial-test-script = What is done, and what has to come of it
trial-differences = What differs
trial-difference = Step { $number } of the test:
trial-difference-missing = This no longer happens:
trial-difference-new = This is new:
trial-difference-stood = It stood
trial-difference-stands = Now it stands
trial-accept = Take the new outcome for right
trial-accept-text = From now on, what comes of it now is what has to come of it.
trial-accepted = The new outcome was kept.
trial-remove = Give the test up
trial-remove-text = The test goes; it no longer holds publishing back.
trial-removed = The test was given up.

## What is done

trial-do-begin = The request is handed in
trial-do-complete = { $step }: { $outcome }
trial-do-supply = The applicant hands in what was asked for
trial-do-message = The message { $name } comes from outside
trial-do-service = { $step }: the service is done
trial-do-service-failed = { $step }: the service fails
trial-do-withdraw = The applicant withdraws
trial-do-wait-due = Wait until the next deadline
trial-do-wait-hours = { $count ->
    [one] An hour passes
   *[other] { $count } hours pass
}
trial-do-wait-days = { $count ->
    [one] A day passes
   *[other] { $count } days pass
}
trial-do-wait-working-days = { $count ->
    [one] A working day passes
   *[other] { $count } working days pass
}

## What came of it

trial-stands = Waits at: { $steps }
trial-stands-nowhere = Waits nowhere
trial-ended-completed = The case has ended
trial-ended-cancelled = The case was cancelled
trial-ended-failed = The case has failed
trial-refused-missing = It cannot be done: nothing waits for it.
trial-refused-invalid = It cannot be done like this.
trial-line-step = Step: { $step }
trial-line-task = { $step } lies before { $who }
trial-line-task-due = { $step } lies before { $who } until { $day }
trial-line-done = { $step } is finished: { $outcome }
trial-line-cancelled = { $step } is taken away again
trial-line-stage = The applicant sees: { $stage }
trial-line-numbered = It gets a letter number, such as { $number }
trial-line-asked = Asked of the applicant until { $day }: { $titles }
trial-line-supplied = The documents are there
trial-line-decided = Decided: { $outcome } ({ $reason })
trial-line-service = { $step } begins by itself
trial-line-service-done = { $step } is done
trial-line-deadline = Deadline { $step }: { $day }
trial-line-late = Deadline { $step } is over: { $day }
trial-line-clock-stopped = The agency’s clock stands still
trial-line-clock-started = The agency’s clock goes on; the promised date is { $day }
trial-line-notice = { $channel } to the applicant: { $kind }
trial-line-stuck = { $step } cannot go on: { $why }
trial-line-kept = The message { $name } is kept until a step waits for it
trial-line-withdrawn = The request is withdrawn
trial-stuck-service = The service failed; it is tried again every hour.

## What cannot be done

form-trial-vars = This line is not understood: { $line }
form-trial-too-long = The trial has become too long; begin another one.
form-trial-too-many = There are as many tests as can be kept; give one up first.
form-process-test = The test “{ $title }” goes otherwise than it went.
