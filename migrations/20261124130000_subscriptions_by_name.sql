-- A step may wait for several messages at once: behind an event gateway, or on its border.

alter table subscriptions drop constraint subscriptions_pkey;
alter table subscriptions add primary key (tenant_id, case_id, token, name);
