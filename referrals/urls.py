"""Everything referrals can be asked."""

from django.urls import path

from referrals.api import conversation as conversation_api
from referrals.api import copies as copies_api
from referrals.api import enquiries as enquiries_api
from referrals.api import files as files_api
from referrals.api import gateway as gateway_api
from referrals.api import handing_over as handing_over_api
from referrals.api import hold as hold_api
from referrals.api import identity as identity_api
from referrals.api import monitoring as monitoring_api
from referrals.api import national as national_api
from referrals.api import public as public_api
from referrals.api import receiving as receiving_api
from referrals.api import referring as referring_api
from referrals.api import routing as routing_api
from referrals.api import second_reading as second_reading_api
from referrals.api import transfer as transfer_api
from referrals.api import triage as triage_api
from referrals.views import (
    conversation,
    copies,
    enquiries,
    files,
    gateway,
    handing_over,
    hold,
    identity,
    monitoring,
    national,
    public,
    receiving,
    referring,
    routing,
    sealed,
    second_reading,
    transfer,
    triage,
    word,
    worklist,
)

app_name = "referrals"
urlpatterns = [
    path("", worklist.ListReferrals.as_view(), name="list_referrals"),
    path("mine/", conversation.ListOwnReferrals.as_view(), name="list_own_referrals"),
    path("new/", referring.refer, name="refer"),
    path("blank-form/", word.BlankReferral.as_view(), name="blank_form"),
    path("new/<slug:slug>/word/", word.BringInReferral.as_view(), name="bring_in"),
    path("brought-in/<slug:reference>/", word.BroughtInReferral.as_view(), name="brought_in"),
    path("new/<slug:slug>/", referring.StartReferral.as_view(), name="start"),
    path("drafts/<slug:reference>/", referring.ReferralDraft.as_view(), name="draft"),
    path("drafts/<slug:reference>/check/", referring.CheckReferral.as_view(), name="submit_referral"),
    path("drafts/<slug:reference>/files/", files.DraftFiles.as_view(), name="draft_files"),
    path(
        "drafts/<slug:reference>/files/<slug:upload>/remove/", files.RemoveDraftFile.as_view(), name="remove_draft_file"
    ),
    path("drafts/<slug:reference>/hand-over/", handing_over.HandOverDraft.as_view(), name="hand_over_draft"),
    path("drafts/<slug:reference>/hand-back/", handing_over.HandBackDraft.as_view(), name="hand_back_draft"),
    path("drafts/<slug:reference>/take-back/", handing_over.TakeBackDraft.as_view(), name="take_back_draft"),
    path("drafts/<slug:reference>/<slug:slug>/", referring.ReferralPart.as_view(), name="part"),
    path("additions/<slug:reference>/", files.ChooseFurtherFiles.as_view(), name="choose_files"),
    path("additions/<slug:reference>/send/", files.AddFiles.as_view(), name="add_files"),
    path(
        "additions/<slug:reference>/<slug:upload>/remove/",
        files.RemoveFurtherFile.as_view(),
        name="remove_further_file",
    ),
    path("uploads/<slug:reference>/seal/", files.SealUpload.as_view(), name="seal_upload"),
    path("sealed/<slug:reference>/", sealed.ViewSealedSource.as_view(), name="view_sealedsource"),
    path("files/<slug:reference>/", files.ViewFile.as_view(), name="view_file"),
    path("files/<slug:reference>/open/", files.OpenFile.as_view(), name="open_file"),
    path("files/<slug:reference>/seal/", files.SealFile.as_view(), name="seal_file"),
    path("routing/<slug:slug>/", routing.Routing.as_view(), name="routing"),
    path("routing/<slug:slug>/add/", routing.AddRoutingRow.as_view(), name="add_routing_row"),
    path("routing-rows/<slug:reference>/change/", routing.ChangeRoutingRow.as_view(), name="change_routing_row"),
    path("routing-rows/<slug:reference>/remove/", routing.RemoveRoutingRow.as_view(), name="remove_routing_row"),
    path("copies/<slug:reference>/", copies.ViewOwnCopy.as_view(), name="view_owncopy"),
    path("copies/<slug:reference>/open/", copies.OpenOwnCopy.as_view(), name="open_owncopy"),
    path("disclosed/<slug:reference>/", copies.ViewDisclosedCopy.as_view(), name="view_disclosedcopy"),
    path("disclosed/<slug:reference>/open/", copies.OpenDisclosedCopy.as_view(), name="open_disclosedcopy"),
    path("advice/", enquiries.ListEnquiries.as_view(), name="list_enquiries"),
    path("advice/ask/<slug:slug>/", enquiries.AskForAdvice.as_view(), name="ask_for_advice"),
    path("advice/<slug:reference>/", enquiries.ViewEnquiry.as_view(), name="view_enquiry"),
    path("advice/<slug:reference>/answer/", enquiries.AnswerEnquiry.as_view(), name="answer_enquiry"),
    path("advice/<slug:reference>/remove/", enquiries.ForgetEnquiry.as_view(), name="forget_enquiry"),
    path("public/", public.ListPublicConcerns.as_view(), name="list_public_concerns"),
    path("tell-us/", public.PublicAreas.as_view(), name="public_areas"),
    path("public/<slug:slug>/", public.PublicForm.as_view(), name="public_form"),
    path("public/<slug:slug>/sent/<slug:reference>/", public.PublicReceipt.as_view(), name="public_receipt"),
    path("from-public/<slug:reference>/", public.ViewPublicConcern.as_view(), name="view_publicconcern"),
    path(
        "from-public/<slug:reference>/refer/",
        public.BeginReferralForPublic.as_view(),
        name="begin_referral_for_public",
    ),
    path("from-public/<slug:reference>/answer/", public.AnswerPublicConcern.as_view(), name="answer_public_concern"),
    path("<slug:reference>/", triage.ViewReferral.as_view(), name="view_referral"),
    path("<slug:reference>/sent/", referring.Sent.as_view(), name="sent"),
    path("<slug:reference>/files/add/", files.StartAddingFiles.as_view(), name="start_adding_files"),
    path("<slug:reference>/mine/", conversation.FollowReferral.as_view(), name="follow_referral"),
    path("<slug:reference>/let-lead-know/", referring.LetLeadKnow.as_view(), name="let_lead_know"),
    path("<slug:reference>/add/", referring.AddToReferral.as_view(), name="add_to_referral"),
    path("<slug:reference>/ask/", conversation.AskReferrer.as_view(), name="ask_referrer"),
    path("<slug:reference>/return/", conversation.ReturnToReferrer.as_view(), name="return_to_referrer"),
    path("<slug:reference>/go-on/", conversation.GoOnWithoutAnswers.as_view(), name="go_on_without_answers"),
    path("<slug:reference>/answers/", conversation.AnswerQuestions.as_view(), name="answer_questions"),
    path("<slug:reference>/withdraw/", conversation.WithdrawReferral.as_view(), name="withdraw_referral"),
    path("<slug:reference>/withdrawal/", conversation.AnswerWithdrawal.as_view(), name="answer_withdrawal"),
    path("<slug:reference>/feedback/", conversation.GiveFeedback.as_view(), name="give_feedback"),
    path("<slug:reference>/word-back/", conversation.AnswerFeedback.as_view(), name="answer_feedback"),
    path("<slug:reference>/transfer/", transfer.OfferTransfer.as_view(), name="offer_transfer"),
    path("<slug:reference>/transfer/accept/", transfer.AcceptTransfer.as_view(), name="accept_transfer"),
    path("<slug:reference>/transfer/decline/", transfer.DeclineTransfer.as_view(), name="decline_transfer"),
    path("<slug:reference>/transfer/take-back/", transfer.TakeBackTransfer.as_view(), name="take_back_transfer"),
    path("<slug:reference>/second-reader/", second_reading.AskSecondReader.as_view(), name="ask_second_reader"),
    path("<slug:reference>/second-reading/", second_reading.GiveSecondReading.as_view(), name="give_second_reading"),
    path("<slug:reference>/urgency/", receiving.JudgeUrgency.as_view(), name="judge_urgency"),
    path("<slug:reference>/social-care/", receiving.RecordParallelReferral.as_view(), name="record_parallel_referral"),
    path("<slug:reference>/assess/", triage.AssessReferral.as_view(), name="assess_referral"),
    path("<slug:reference>/end/", triage.EndReferral.as_view(), name="end_referral"),
    path(
        "<slug:reference>/no-further-action/", triage.ProposeNoFurtherAction.as_view(), name="propose_no_further_action"
    ),
    path(
        "<slug:reference>/no-further-action/confirm/",
        triage.ConfirmNoFurtherAction.as_view(),
        name="confirm_no_further_action",
    ),
    path(
        "<slug:reference>/no-further-action/send-back/", triage.SendBackToTriage.as_view(), name="send_back_to_triage"
    ),
    path("<slug:reference>/monitoring/", monitoring.RecordMonitoring.as_view(), name="record_monitoring"),
    path("<slug:reference>/gateway/", gateway.AskGateway.as_view(), name="ask_gateway"),
    path("gateway/<slug:reference>/answer/", gateway.AnswerForGateway.as_view(), name="answer_for_gateway"),
    path("gateway/<slug:reference>/recall/", gateway.RecallFromGateway.as_view(), name="recall_from_gateway"),
    path("gateway/<slug:reference>/sign/", gateway.SignGatewayAnswer.as_view(), name="sign_gateway_answer"),
    path("people/<slug:reference>/hold/", hold.SetHold.as_view(), name="set_hold"),
    path("holds/<slug:reference>/", hold.ViewHold.as_view(), name="view_hold"),
    path("holds/<slug:reference>/review/", hold.ReviewHold.as_view(), name="review_hold"),
    path("holds/<slug:reference>/lift/", hold.LiftHold.as_view(), name="lift_hold"),
    path("<slug:reference>/type/", triage.RecordConcernType.as_view(), name="record_concern_type"),
    path("<slug:reference>/copy/", copies.RequestOwnCopy.as_view(), name="request_own_copy"),
    path("<slug:reference>/early-help/", copies.RequestEarlyHelpForm.as_view(), name="request_early_help_form"),
    path("<slug:reference>/disclose/", copies.DiscloseCopy.as_view(), name="disclose_copy"),
    path("<slug:reference>/national/", national.NationalForm.as_view(), name="national_form"),
    path(
        "<slug:reference>/national/reference/",
        national.RecordNationalReference.as_view(),
        name="record_national_reference",
    ),
    path("<slug:reference>/somebody-else/", identity.SayDifferentPerson.as_view(), name="say_different_person"),
    path("<slug:reference>/untrue/", identity.ProposeFoundUntrue.as_view(), name="propose_found_untrue"),
    path("<slug:reference>/untrue/answer/", identity.AnswerFoundUntrue.as_view(), name="answer_found_untrue"),
    path("<slug:reference>/history/", identity.ReferralHistory.as_view(), name="history"),
]
endpoints = [
    path("", triage_api.ListReferrals.as_view(), name="list_referrals"),
    path("new/<slug:slug>/", referring_api.SubmitReferral.as_view(), name="submit_referral"),
    path("drafts/<slug:reference>/hand-over/", handing_over_api.HandOverDraft.as_view(), name="hand_over_draft"),
    path("drafts/<slug:reference>/hand-back/", handing_over_api.HandBackDraft.as_view(), name="hand_back_draft"),
    path("drafts/<slug:reference>/take-back/", handing_over_api.TakeBackDraft.as_view(), name="take_back_draft"),
    path("files/<slug:reference>/", files_api.ViewFile.as_view(), name="view_file"),
    path("files/<slug:reference>/seal/", files_api.SealFile.as_view(), name="seal_file"),
    path("<slug:reference>/files/", files_api.ListFiles.as_view(), name="list_files"),
    path("<slug:reference>/files/add/", files_api.AddFiles.as_view(), name="add_files"),
    path("routing-rows/", routing_api.ListRoutingRows.as_view(), name="list_routing_rows"),
    path("routing/<slug:slug>/add/", routing_api.AddRoutingRow.as_view(), name="add_routing_row"),
    path("routing-rows/<slug:reference>/change/", routing_api.ChangeRoutingRow.as_view(), name="change_routing_row"),
    path("routing-rows/<slug:reference>/remove/", routing_api.RemoveRoutingRow.as_view(), name="remove_routing_row"),
    path("copies/<slug:reference>/", copies_api.ViewOwnCopy.as_view(), name="view_owncopy"),
    path("disclosed/<slug:reference>/", copies_api.ViewDisclosedCopy.as_view(), name="view_disclosedcopy"),
    path("advice/", enquiries_api.ListEnquiries.as_view(), name="list_enquiries"),
    path("advice/ask/<slug:slug>/", enquiries_api.AskForAdvice.as_view(), name="ask_for_advice"),
    path("advice/<slug:reference>/", enquiries_api.ViewEnquiry.as_view(), name="view_enquiry"),
    path("advice/<slug:reference>/answer/", enquiries_api.AnswerEnquiry.as_view(), name="answer_enquiry"),
    path("advice/<slug:reference>/remove/", enquiries_api.ForgetEnquiry.as_view(), name="forget_enquiry"),
    path("public/", public_api.ListPublicConcerns.as_view(), name="list_public_concerns"),
    path("from-public/<slug:reference>/", public_api.ViewPublicConcern.as_view(), name="view_publicconcern"),
    path(
        "from-public/<slug:reference>/answer/", public_api.AnswerPublicConcern.as_view(), name="answer_public_concern"
    ),
    path("<slug:reference>/", triage_api.ViewReferral.as_view(), name="view_referral"),
    path("<slug:reference>/mine/", conversation_api.FollowReferral.as_view(), name="follow_referral"),
    path("<slug:reference>/let-lead-know/", referring_api.LetLeadKnow.as_view(), name="let_lead_know"),
    path("<slug:reference>/add/", referring_api.AddToReferral.as_view(), name="add_to_referral"),
    path("<slug:reference>/ask/", conversation_api.AskReferrer.as_view(), name="ask_referrer"),
    path("<slug:reference>/return/", conversation_api.ReturnToReferrer.as_view(), name="return_to_referrer"),
    path("<slug:reference>/go-on/", conversation_api.GoOnWithoutAnswers.as_view(), name="go_on_without_answers"),
    path("<slug:reference>/answers/", conversation_api.AnswerQuestions.as_view(), name="answer_questions"),
    path("<slug:reference>/withdraw/", conversation_api.WithdrawReferral.as_view(), name="withdraw_referral"),
    path("<slug:reference>/withdrawal/", conversation_api.AnswerWithdrawal.as_view(), name="answer_withdrawal"),
    path("<slug:reference>/feedback/", conversation_api.GiveFeedback.as_view(), name="give_feedback"),
    path("<slug:reference>/word-back/", conversation_api.AnswerFeedback.as_view(), name="answer_feedback"),
    path("<slug:reference>/transfer/", transfer_api.OfferTransfer.as_view(), name="offer_transfer"),
    path("<slug:reference>/transfer/accept/", transfer_api.AcceptTransfer.as_view(), name="accept_transfer"),
    path("<slug:reference>/transfer/decline/", transfer_api.DeclineTransfer.as_view(), name="decline_transfer"),
    path("<slug:reference>/transfer/take-back/", transfer_api.TakeBackTransfer.as_view(), name="take_back_transfer"),
    path("<slug:reference>/second-reader/", second_reading_api.AskSecondReader.as_view(), name="ask_second_reader"),
    path(
        "<slug:reference>/second-reading/", second_reading_api.GiveSecondReading.as_view(), name="give_second_reading"
    ),
    path("<slug:reference>/urgency/", receiving_api.JudgeUrgency.as_view(), name="judge_urgency"),
    path(
        "<slug:reference>/social-care/", receiving_api.RecordParallelReferral.as_view(), name="record_parallel_referral"
    ),
    path("<slug:reference>/assess/", triage_api.AssessReferral.as_view(), name="assess_referral"),
    path("<slug:reference>/end/", triage_api.EndReferral.as_view(), name="end_referral"),
    path(
        "<slug:reference>/no-further-action/",
        triage_api.ProposeNoFurtherAction.as_view(),
        name="propose_no_further_action",
    ),
    path(
        "<slug:reference>/no-further-action/confirm/",
        triage_api.ConfirmNoFurtherAction.as_view(),
        name="confirm_no_further_action",
    ),
    path(
        "<slug:reference>/no-further-action/send-back/",
        triage_api.SendBackToTriage.as_view(),
        name="send_back_to_triage",
    ),
    path("<slug:reference>/monitoring/", monitoring_api.RecordMonitoring.as_view(), name="record_monitoring"),
    path("<slug:reference>/gateway/", gateway_api.AskGateway.as_view(), name="ask_gateway"),
    path("gateway/<slug:reference>/answer/", gateway_api.AnswerForGateway.as_view(), name="answer_for_gateway"),
    path("gateway/<slug:reference>/recall/", gateway_api.RecallFromGateway.as_view(), name="recall_from_gateway"),
    path("gateway/<slug:reference>/sign/", gateway_api.SignGatewayAnswer.as_view(), name="sign_gateway_answer"),
    path("people/<slug:reference>/hold/", hold_api.SetHold.as_view(), name="set_hold"),
    path("holds/<slug:reference>/", hold_api.ViewHold.as_view(), name="view_hold"),
    path("holds/<slug:reference>/review/", hold_api.ReviewHold.as_view(), name="review_hold"),
    path("holds/<slug:reference>/lift/", hold_api.LiftHold.as_view(), name="lift_hold"),
    path("<slug:reference>/type/", triage_api.RecordConcernType.as_view(), name="record_concern_type"),
    path("<slug:reference>/copy/", copies_api.RequestOwnCopy.as_view(), name="request_own_copy"),
    path("<slug:reference>/early-help/", copies_api.RequestEarlyHelpForm.as_view(), name="request_early_help_form"),
    path("<slug:reference>/disclose/", copies_api.DiscloseCopy.as_view(), name="disclose_copy"),
    path("<slug:reference>/national/", national_api.NationalForm.as_view(), name="national_form"),
    path(
        "<slug:reference>/national/reference/",
        national_api.RecordNationalReference.as_view(),
        name="record_national_reference",
    ),
    path("<slug:reference>/somebody-else/", identity_api.SayDifferentPerson.as_view(), name="say_different_person"),
    path("<slug:reference>/untrue/", identity_api.ProposeFoundUntrue.as_view(), name="propose_found_untrue"),
    path("<slug:reference>/untrue/answer/", identity_api.AnswerFoundUntrue.as_view(), name="answer_found_untrue"),
]
