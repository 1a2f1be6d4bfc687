-- A case that is being opened is written once, as its process has left it, and not first as a shell
-- that is filled in afterwards: half the writing of the busiest row. Its steps, timers and events are
-- written before it, so what refers to a case is checked when the transaction is committed.
alter table events alter constraint events_tenant_id_case_id_fkey deferrable initially deferred;
alter table tasks alter constraint tasks_tenant_id_case_id_fkey deferrable initially deferred;
alter table timers alter constraint timers_tenant_id_case_id_fkey deferrable initially deferred;
alter table service_runs alter constraint service_runs_tenant_id_case_id_fkey deferrable initially deferred;
alter table subscriptions alter constraint subscriptions_tenant_id_case_id_fkey deferrable initially deferred;
alter table incidents alter constraint incidents_tenant_id_case_id_fkey deferrable initially deferred;
alter table pauses alter constraint pauses_tenant_id_case_id_fkey deferrable initially deferred;
alter table notices alter constraint notices_tenant_id_case_id_fkey deferrable initially deferred;
