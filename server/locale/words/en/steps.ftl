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
