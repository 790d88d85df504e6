"""What is done with referrals up to acceptance, by subject."""

from referrals.operations.additions import acknowledge_additions, bring_along, tell_of_addition
from referrals.operations.ages import carry_age, say_age
from referrals.operations.arrivals import (
    tell_advisers,
    tell_best_placed,
    tell_gateway,
    tell_of_withdrawal,
    tell_receivers,
    tell_receiving_area,
)
from referrals.operations.conversation import (
    answer_feedback,
    answer_questions,
    answer_withdrawal,
    ask_referrer,
    give_feedback,
    go_on_without_answers,
    return_to_referrer,
    withdraw_referral,
)
from referrals.operations.copies import (
    disclose_copy,
    make_disclosed_copy,
    make_own_copy,
    refuse_disclosed_copy,
    refuse_own_copy,
    remove_disclosed_copy,
    remove_own_copy,
    request_early_help_form,
    request_own_copy,
)
from referrals.operations.deadlines import move_deadline, move_gateway_deadline, tell_of_deadlines
from referrals.operations.enquiries import answer_enquiry, ask_for_advice, forget_enquiry, tell_enquirer
from referrals.operations.files import add_files, refuse_file, release_file, seal_file
from referrals.operations.gateway import (
    answer_for_gateway,
    ask_gateway,
    recall_from_gateway,
    sign_gateway_answer,
)
from referrals.operations.handing_over import hand_back_draft, hand_over_draft, remove_draft, take_back_draft
from referrals.operations.hold import carry_hold, lift_hold, refuse_if_held, review_hold, set_hold, words_if_held
from referrals.operations.identity import record_same_person, record_separation, say_different_person
from referrals.operations.monitoring import record_monitoring
from referrals.operations.national import record_national_reference
from referrals.operations.news import tell_colleagues, tell_referrer
from referrals.operations.own_words import answer_dispute, record_own_words
from referrals.operations.public import (
    answer_public_concern,
    begin_referral_for_public,
    forget_public_concern,
    send_public_concern,
    tell_of_public_concern,
)
from referrals.operations.receiving import judge_urgency, record_parallel_referral
from referrals.operations.referring import add_to_referral, let_lead_know, submit_referral
from referrals.operations.routing import add_routing_row, change_routing_row, remove_routing_row
from referrals.operations.second_reading import ask_second_reader, give_second_reading, tell_second_reader
from referrals.operations.transfer import (
    accept_transfer,
    begin_with_case,
    decline_transfer,
    offer_transfer,
    take_back_transfer,
    tell_sender,
)
from referrals.operations.triage import (
    assess_referral,
    confirm_no_further_action,
    end_referral,
    propose_no_further_action,
    record_acceptance,
    record_concern_type,
    send_back_to_triage,
)
from referrals.operations.untrue import answer_found_untrue, note_untrue_elsewhere, propose_found_untrue

__all__ = [
    "accept_transfer",
    "acknowledge_additions",
    "add_files",
    "add_routing_row",
    "add_to_referral",
    "answer_dispute",
    "answer_enquiry",
    "answer_feedback",
    "answer_for_gateway",
    "answer_found_untrue",
    "answer_public_concern",
    "answer_questions",
    "answer_withdrawal",
    "ask_for_advice",
    "ask_gateway",
    "ask_referrer",
    "ask_second_reader",
    "assess_referral",
    "begin_referral_for_public",
    "begin_with_case",
    "bring_along",
    "carry_age",
    "carry_hold",
    "change_routing_row",
    "confirm_no_further_action",
    "decline_transfer",
    "disclose_copy",
    "end_referral",
    "forget_enquiry",
    "forget_public_concern",
    "give_feedback",
    "give_second_reading",
    "go_on_without_answers",
    "hand_back_draft",
    "hand_over_draft",
    "judge_urgency",
    "let_lead_know",
    "lift_hold",
    "make_disclosed_copy",
    "make_own_copy",
    "move_deadline",
    "move_gateway_deadline",
    "note_untrue_elsewhere",
    "offer_transfer",
    "propose_found_untrue",
    "propose_no_further_action",
    "recall_from_gateway",
    "record_acceptance",
    "record_concern_type",
    "record_monitoring",
    "record_national_reference",
    "record_own_words",
    "record_parallel_referral",
    "record_same_person",
    "record_separation",
    "refuse_disclosed_copy",
    "refuse_file",
    "refuse_if_held",
    "refuse_own_copy",
    "release_file",
    "remove_disclosed_copy",
    "remove_draft",
    "remove_own_copy",
    "remove_routing_row",
    "request_early_help_form",
    "request_own_copy",
    "return_to_referrer",
    "review_hold",
    "say_age",
    "say_different_person",
    "seal_file",
    "send_back_to_triage",
    "send_public_concern",
    "set_hold",
    "sign_gateway_answer",
    "submit_referral",
    "take_back_draft",
    "take_back_transfer",
    "tell_advisers",
    "tell_best_placed",
    "tell_colleagues",
    "tell_enquirer",
    "tell_gateway",
    "tell_of_addition",
    "tell_of_deadlines",
    "tell_of_public_concern",
    "tell_of_withdrawal",
    "tell_receivers",
    "tell_receiving_area",
    "tell_referrer",
    "tell_second_reader",
    "tell_sender",
    "withdraw_referral",
    "words_if_held",
]
