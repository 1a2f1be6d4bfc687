# Words that the ready-made agencies need: what was decided, by the outcome of the deciding step, and
# where a request stands when its answer is neither a permit nor a refusal.

decision-approve = approved
decision-reject = not approved
decision-answer = answered
decision-forward = sent to the competent agency
decision-decline = declined
decision-uphold = the complaint is upheld
decision-dismiss = the complaint is dismissed

stage-answered = Answered
stage-answered-meaning = Your letter was answered. The answer is on this page.

stage-upheld = Complaint upheld
stage-upheld-meaning = Your complaint was examined and found justified. The answer, and what the agency has to do, are on this page.

stage-dismissed = Complaint dismissed
stage-dismissed-meaning = Your complaint was examined and no fault was found. The answer gives the reason and how to object.
