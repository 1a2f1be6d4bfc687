# The console: the next version of a process, its steps, and the gallery to begin with.

steps-draft-title = Draft of a process
steps-draft-open = Draft the next version
steps-draft-see = Go on with the draft
steps-draft-opened = The draft is ready. Nothing changes for anybody until you publish it.
steps-draft-discarded = The draft was discarded. What is published has not changed.
steps-drafts = Being written
steps-published = The version was published. New cases run through it; running cases go on with the version they began with.
steps-publish = Publish
steps-publish-text = New cases of every service that runs through this process take this version. Running cases go on with theirs.
steps-publish-not = It can be published when nothing is listed as wrong any more. What you wrote is kept until then.
steps-ways = Publish or discard
steps-problems = { $count ->
    [one] One thing keeps this from being published
   *[other] { $count } things keep this from being published
}
steps-warnings = { $count ->
    [one] One thing is worth a second look
   *[other] { $count } things are worth a second look
}
steps-line = line { $number }
steps-gallery-title = New process
steps-gallery-lead = Begin with one of these and change it as you need. Then choose it in the next version of a service.
steps-gallery-begin = Begin with this

## What a step names and is not there

form-process-stage = Step “{ $step }”: applicants have no word for this stage.
form-process-within = Step “{ $step }”: its time cannot be understood.
form-process-outcomes = Step “{ $step }” has no outcome; nobody could finish it.
form-process-notice = Step “{ $step }”: choose the notice that is sent.
form-process-kind = Step “{ $step }”: choose what the system does.
form-process-decision = Step “{ $step }”: notices have no words for the decision “{ $outcome }”.
form-process-unsound = Something in the process itself is wrong.
form-too-large = This is larger than what can be kept.
form-process-branches = Two tasks at least have to stay.
form-process-decision-twice = Another outcome of this step is this decision already.

## The list of steps

steps-hint = Cases go through the steps in this order, unless an outcome leads elsewhere. Moving a step up or down changes the order in which the work is done.
steps-unlisted = This process has a shape that the list of steps cannot hold, so its steps can only be read here.
steps-unlisted-at = Because of the element:
steps-diagram-open = Open in the diagram
steps-conflict = Nothing was changed. This is the draft as it is now; please do it again if it is still wanted.
steps-kind-ask = Several are asked
steps-kind-together = Several tasks at the same time
steps-branches = Tasks at the same time
steps-branches-hint = Each task has a page of its own. All of them have to be finished before the next step begins.
steps-deadlines = Deadlines
steps-otherwise = Otherwise
steps-nowhere = Nothing yet
steps-edit = Change
steps-up = Move up
steps-down = Move down
steps-insert = Add a step behind this one
steps-remove = Remove this step
steps-remove-text = Whatever leads to this step will lead to the one after it.
steps-remove-confirm = Remove it
steps-removed = The step was removed.
steps-new-task = Task
steps-new-approval = Approval
steps-new-ask = Ask several units
steps-new-together = Several tasks at the same time
steps-new-wait = Wait for the applicant
steps-new-notice = Notice to the applicant
steps-new-service = Work of the system
steps-new-choice = Choice by an answer of the form
steps-new-end = End

## One step

steps-step = Step
steps-name = Name
steps-numbered = { $number }. { $name }
steps-within = Time allowed, in working days
steps-stage = What applicants see from here on
steps-stage-hint = Leave it open if this step changes nothing for them.
steps-notice = Which notice
steps-does = What the system does
steps-does-verify-documents = Checks that every document is whole
steps-units = Who is asked
steps-enough = How many answers are enough
steps-enough-hint = Leave it empty to wait for all of them.
steps-branch-new = One more task
steps-remove-named = Remove “{ $name }”
steps-remove-row = Remove this
steps-outcome = Outcome { $number }
steps-outcome-new = One more outcome
steps-outcome-name = What is said on the button
steps-outcome-to = Leads to
steps-asks = What has to come along
steps-asks-documents = A list of what the applicant still has to send
steps-asks-number = A number from the register { $register }
steps-asks-decision = A decision with a reason: { $decision }
steps-way = Way { $number }
steps-way-new = One more way
steps-when = Under this condition
steps-when-hint = An expression about the answers of the form, such as: topic = "urban"
steps-otherwise-to = Otherwise it leads to
steps-late = Deadline { $number }
steps-late-new = One more deadline
steps-days = Number of days
steps-working = Count working days only
steps-late-then = What happens then
steps-late-lapse = The step ends and another follows
steps-late-task = Somebody looks into it, and the step goes on
steps-late-notice = The applicant is told, and the step goes on
steps-late-to = The step that follows
steps-late-role = Who looks into it
steps-late-name = The time is over
steps-overdue = Looking into the delay
steps-reminder = Telling of the delay
steps-done = Done
steps-agreed = Agreed
steps-returned = Returned
steps-opinion = Opinion given
