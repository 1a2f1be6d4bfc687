//! Stories through HTTP: one file each, named as a sentence. Two look-alike agencies stand in all
//! of them.

mod a_draft_is_never_lost;
mod a_process_with_scopes_and_events;
mod a_request_is_answered;
mod a_request_is_rejected_with_a_reason;
mod a_request_is_withdrawn;
mod a_table_decides_the_way;
mod agencies;
mod an_agency_is_suspended;
pub mod api;
mod bad_input_is_told_beside_the_field;
pub mod cast;
mod console_audit;
mod console_notices;
mod console_operator;
mod console_organisation;
mod console_steps;
mod counter;
mod each_in_their_language;
mod every_page_in_english;
mod incidents;
mod migrations;
mod missing_documents_come_back;
mod repairs;
mod staff_sessions;
mod the_directory_finds_a_service;
mod trials;
mod verbs;
mod versions;
