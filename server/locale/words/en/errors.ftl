# What we tell a person when something was not done: what happened and what to do now.

error-home = Back to the front page
error-trace = If you contact support, give them this reference:

error-400-title = The request could not be read
error-400-text = What your browser sent was incomplete or broken. Please go back to the previous page and try again.
error-403-title = The form was not accepted
error-403-text = This form did not come from a page of this service, or the page had been open for too long. Go back, reload the page and send it again.
error-404-title = Page not found
error-404-text = There is no such page, or you have no access to it. Check the address; if you were using another account, sign in with that one.
error-405-title = This cannot be done at this address
error-405-text = Please use the links and buttons of this service.
error-408-title = Sending took too long
error-408-text = Your connection was slow and sending did not finish. Nothing was recorded. Please try again.
error-409-title = This is not possible now
error-409-text = Things have changed and this can no longer be done. Please reload the page.
error-413-title = Too much was sent
error-413-text = What you sent is larger than allowed. Make the files smaller or send them one by one.
error-415-title = This format is not supported
error-415-text = Please send the form from its page in this service.
error-421-title = There is no such service desk here
error-421-text = This address belongs to none of the agencies served here. Please check the address.
error-422-title = Some answers need another look
error-422-text = Go back to the previous page, check your answers and send them again.
error-429-title = Too many requests
error-429-text = To keep the service safe, the number of requests per minute is limited. Please wait a little and try again.
error-500-title = Something went wrong
error-500-text = The fault is ours, not yours. What was saved before is not lost. Please try again in a few minutes.
error-503-title = The service is away for a moment
error-503-text = This was not done, and nothing was left half done. Please try again in a few minutes.

## Every business "no"

refusal-busy = Somebody else is working on this right now. Please try again in a moment.
refusal-already-done = { $by } did this already, on { $at }.
refusal-no-longer-open = This step is no longer open: its time ran out, or another step took its place. Open the case again to see where it stands.
refusal-case-closed = This case has ended and nothing more is done to it.
refusal-too-late-to-withdraw = The agency has begun to act on this request, so it can no longer be withdrawn.
refusal-service-closed = This service takes no new requests at present. What you have filled in is kept; you can submit it when the service opens again.
refusal-changed-meanwhile = { $by } saved a change to the same service on { $at }, after you had opened it. Nothing of theirs was overwritten.
refusal-draft-submitted = This draft was submitted already. You find it under "My requests".
refusal-code-too-soon = A code was sent to this number a moment ago. You can ask for a new one from { $until }.
refusal-too-many-codes = Too many codes were asked for this number. Please try again later.
refusal-code-wrong = The code is wrong or has expired. Enter it again or ask for a new one.
refusal-code-dead = The code was entered wrongly too often and is no longer valid. Please ask for a new one.
refusal-sign-in-wrong = The user name, password or verification code is not right.
refusal-sign-in-delayed = Signing in failed several times. Try again from { $until }.
refusal-too-many-documents = No more documents can be added. Remove one to add another.
refusal-nothing-asked = Nothing is being asked of you now.
refusal-refer-to-oneself = A case cannot be referred to one's own position. Choose another position.
refusal-no-answer-expected = This referral is for information and takes no answer.

## Files that were not taken

upload-empty = This file is empty. Choose another file.
upload-too-big = This file is larger than allowed. Choose a smaller file.
upload-too-many = There are more files than allowed.
upload-wrong-type = Files of this type are not accepted. Send only the formats named beside this file.
upload-mismatch = The name of this file does not match its content. Save it in the right format and send it again.
upload-unsafe = This file was not accepted for safety reasons. Save it again as a plain PDF or image and send that.
upload-damaged = This file is incomplete and cannot be opened. Save or scan it again and send it.
