-- Figures about all agencies for whoever runs the platform: counts and ages, never a row.

-- What was written lately, by state, and what still waits to be sent.
create index notices_by_time on notices (tenant_id, written_at) include (state);
create index notices_waiting on notices (tenant_id, written_at) where state = 'queued';

-- One row of figures for each open agency. It goes through the wall like everybody else, one agency
-- after the other, with the rights of its caller: it can show nothing that the running role could
-- not count by itself. When it ends, the caller's tenant is what it was before.
create function figures(since timestamptz) returns table (
    tenant_id          uuid,
    incidents_open     bigint,
    codes_sent         bigint,
    codes_used         bigint,
    notices_queued     bigint,
    notices_sent       bigint,
    notices_delivered  bigint,
    notices_failed     bigint,
    oldest_waiting     timestamptz,
    oldest_unsealed    timestamptz
)
language plpgsql
as $$
declare
    before text := coalesce(current_setting('app.tenant', true), '');
begin
    for tenant_id in select t.id from tenants t where t.state = 'active' order by t.id loop
        perform set_config('app.tenant', figures.tenant_id::text, true);
        select count(*) into incidents_open
            from incidents i where i.tenant_id = figures.tenant_id and i.resolved_at is null;
        select count(*), count(c.used_at) into codes_sent, codes_used
            from one_time_codes c where c.tenant_id = figures.tenant_id and c.sent_at >= since;
        select count(*) filter (where n.state = 'queued'), count(*) filter (where n.state = 'sent'),
               count(*) filter (where n.state = 'delivered'),
               count(*) filter (where n.state in ('undelivered', 'rejected', 'expired'))
            into notices_queued, notices_sent, notices_delivered, notices_failed
            from notices n where n.tenant_id = figures.tenant_id and n.written_at >= since;
        select min(n.written_at) into oldest_waiting
            from notices n where n.tenant_id = figures.tenant_id and n.state = 'queued';
        -- Behind the last seal; lines of its own transaction may be left over from a full round.
        select min(l.at) into oldest_unsealed
            from audit_lines l
            where l.tenant_id = figures.tenant_id
              and l.xact >= coalesce((select s.xact from audit_seals s
                                      where s.tenant_id = figures.tenant_id
                                      order by s.seq desc limit 1), 0)
              and not exists (select from audit_seals s
                              where s.tenant_id = figures.tenant_id and s.line_id = l.id);
        return next;
    end loop;
    perform set_config('app.tenant', before, true);
end
$$;
