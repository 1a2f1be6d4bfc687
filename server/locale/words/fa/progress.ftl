# پیشرفت درخواست در فرایند خود.

web-progress-title = مسیر این درخواست
web-progress-title-desk = جای پرونده در فرایند
web-progress-region = تصویر مسیر؛ می‌توان آن را به پهلو جابه‌جا کرد
web-progress-desc = هر گام با انجام‌شده، کنونی یا نرسیده نشان‌دار شده است. فهرست زیر تصویر همین را می‌گوید.
web-progress-list = همین به‌صورت فهرست
web-progress-done = انجام شد
web-progress-now = اکنون این‌جاست
web-progress-ahead = هنوز نرسیده
