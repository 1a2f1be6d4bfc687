# The staff's door, on the workspace and on the console.

staff-nav = Parts of this site

## Signing in

staff-sign-in-title = Staff sign-in
staff-sign-in-kept = Your session has ended. What you had written is kept: once you have signed in, the form is shown again as you filled it in, for you to send.
staff-username = User name
staff-password = Password
staff-second = Verification code
staff-second-hint = The 6-digit code of your authenticator, or one of your recovery codes
staff-sign-in-submit = Sign in
staff-signed-out = You have signed out.

## One's own account

staff-account-title = My account
staff-account-change = Change
staff-account-renew = Renew
staff-account-see = See
staff-account-password = You sign in with it together with the code of your authenticator.
staff-account-authenticator = Its code is asked for at every sign-in.
staff-account-codes = { $count ->
    [0] You have none. If you lost your authenticator, only the administrator of your desk could let you in.
    [one] { $count } code left
   *[other] { $count } codes left
}
staff-account-sessions = { $count ->
    [one] You are signed in in { $count } place.
   *[other] You are signed in in { $count } places.
}

staff-password-title = Change your password
staff-password-lead = Once it is changed, you are signed out everywhere but here.
staff-password-present = Present password
staff-password-new = New password
staff-password-new-hint = 12 characters or more. A sentence of your own is easy to remember and hard to guess.
staff-password-repeated = New password again
staff-password-submit = Change the password
staff-password-changed = Your password was changed, and you were signed out everywhere but here.

staff-authenticator = Authenticator
staff-authenticator-title = A new authenticator
staff-authenticator-lead = Your present authenticator stays valid until you confirm the new one at the end of this page. After that you are signed out everywhere but here.
staff-authenticator-scan = In the authenticator on your phone, add an entry and scan this code:
staff-authenticator-qr = QR code with the key of the new authenticator
staff-authenticator-type = If you cannot scan it, type this key into the authenticator:
staff-authenticator-here = Add it to an authenticator on this device
staff-authenticator-code = Code of the new authenticator
staff-authenticator-code-hint = The 6 digits that it shows now
staff-authenticator-submit = Confirm the new authenticator
staff-authenticator-renewed = The new authenticator is in use, and you were signed out everywhere but here.

staff-codes = Recovery codes
staff-codes-title = New recovery codes
staff-codes-lead = With a recovery code you sign in when your authenticator is not at hand. Each opens the door once. When new ones are made, those from before are no longer valid.
staff-codes-submit = Make new codes
staff-new-codes-title = Your recovery codes
staff-new-codes-lead = These codes are shown this once. Write them down or print this page, and keep them away from your authenticator.
staff-new-codes-kept = I have kept them

## One's own sessions

staff-sessions-title = My sessions
staff-sessions-lead = Where you are signed in. If you do not recognise a session, end it and change your password.
staff-sessions-caption = Open sessions, the newest first
staff-session-started = Signed in
staff-session-seen = Last active
staff-session-action = State
staff-session-this = This session
staff-session-end = End
staff-session-ended = The session was ended.
