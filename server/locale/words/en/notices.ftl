# Notices: what is said about messages, and the house's own words where an agency has none.

## The one-time code, until an agency words it

notice-otp =
    Your sign-in code: { $otp }
    Do not give this code to anyone.
    { $agency }

## Kinds

notice-kind-one-time-code = One-time code
notice-kind-opened = Request received
notice-kind-numbered = Registered by the secretariat
notice-kind-referred = Request referred
notice-kind-documents-missing = Documents asked for
notice-kind-documents-received = Documents received
notice-kind-answered = Result announced
notice-kind-withdrawn = Request withdrawn
notice-kind-lapsed = Request closed because documents did not come

## Channels

notice-channel-sms = SMS
notice-channel-email = E-mail

## What became of a message

notice-state-queued = Waiting to be sent
notice-state-sent = Sent
notice-state-delivered = Delivered
notice-state-undelivered = Could not be delivered
notice-state-rejected = Not accepted by the carrier
notice-state-expired = Not sent: it came too late

## Why the words of a notice cannot be saved

form-notice-placeholder = The text has an unknown placeholder or a brace too many. Use the placeholders of the list only.
form-notice-line-break = The subject has to be a single line.
form-notice-too-long = The text is too long. With its placeholders filled in, a Persian SMS has room for 134 characters.
form-notice-empty = This cannot be left empty.
form-notice-subject = An SMS has no subject.
form-notice-needs-otp = The text of the one-time code needs the placeholder {"{otp}"}.
