"""Everything cases can be asked."""

from django.urls import path

from cases.api import agreement as agreement_api
from cases.api import area_search as area_search_api
from cases.api import assessment as assessment_api
from cases.api import broken_glass as broken_glass_api
from cases.api import case as case_api
from cases.api import consent as consent_api
from cases.api import contact_log as contact_log_api
from cases.api import contributions as contributions_api
from cases.api import cover as cover_api
from cases.api import dispute as dispute_api
from cases.api import exclusion as exclusion_api
from cases.api import information as information_api
from cases.api import interventions as interventions_api
from cases.api import keeping as keeping_api
from cases.api import known as known_api
from cases.api import letters as letters_api
from cases.api import looking as looking_api
from cases.api import ownership as ownership_api
from cases.api import panel_offer as panel_offer_api
from cases.api import restriction as restriction_api
from cases.api import same_person as same_person_api
from cases.api import section36 as section36_api
from cases.api import sharing as sharing_api
from cases.api import support as support_api
from cases.api import transfer as transfer_api
from cases.views import (
    agreement,
    area_search,
    assessment,
    broken_glass,
    case,
    consent,
    contact_log,
    contributions,
    cover,
    dispute,
    exclusion,
    information,
    interventions,
    keeping,
    known,
    letters,
    looking,
    ownership,
    panel_offer,
    restriction,
    same_person,
    section36,
    sharing,
    support,
    transfer,
)

app_name = "cases"
urlpatterns = [
    path("", case.ListCases.as_view(), name="list_cases"),
    path("requests/", information.ListInformationRequests.as_view(), name="list_informationrequests"),
    path("requests/<slug:reference>/", information.ViewInformationRequest.as_view(), name="view_informationrequest"),
    path(
        "requests/<slug:reference>/answer/",
        information.AnswerInformationRequest.as_view(),
        name="answer_information_request",
    ),
    path(
        "requests/<slug:reference>/answer-anew/",
        information.AnswerInformationRequestAnew.as_view(),
        name="answer_information_request_anew",
    ),
    path(
        "requests/<slug:reference>/day/",
        information.MoveInformationRequest.as_view(),
        name="move_information_request",
    ),
    path(
        "requests/<slug:reference>/take-back/",
        information.RecallInformationRequest.as_view(),
        name="recall_information_request",
    ),
    path("contributions/", contributions.ListContributions.as_view(), name="list_contributions"),
    path("support/", interventions.ListInterventions.as_view(), name="list_interventions"),
    path("support/<slug:reference>/", interventions.ViewIntervention.as_view(), name="view_intervention"),
    path("support/<slug:reference>/answer/", interventions.AnswerIntervention.as_view(), name="answer_intervention"),
    path("support/<slug:reference>/session/", interventions.ReportSession.as_view(), name="report_session"),
    path("support/<slug:reference>/worried/", interventions.RaiseUrgentConcern.as_view(), name="raise_urgent_concern"),
    path("support/<slug:reference>/end/", interventions.EndIntervention.as_view(), name="end_intervention"),
    path(
        "sessions/<slug:reference>/in-error/",
        interventions.RecordSessionInError.as_view(),
        name="record_session_in_error",
    ),
    path("worried/<slug:reference>/", interventions.ViewUrgentConcern.as_view(), name="view_urgentconcern"),
    path("worried/<slug:reference>/answer/", interventions.AnswerUrgentConcern.as_view(), name="answer_urgent_concern"),
    path("contributions/<slug:reference>/", contributions.ViewContribution.as_view(), name="view_contribution"),
    path("contributions/<slug:reference>/mark/", contributions.MarkContribution.as_view(), name="mark_contribution"),
    path(
        "contributions/<slug:reference>/withdraw/",
        contributions.WithdrawContribution.as_view(),
        name="withdraw_contribution",
    ),
    path("known/", known.ListKnownCases.as_view(), name="list_known_cases"),
    path("agreements/<slug:reference>/", agreement.ViewSharingAgreement.as_view(), name="view_sharingagreement"),
    path("agreements/<slug:reference>/end/", agreement.EndAgreement.as_view(), name="end_agreement"),
    path("agencies/<slug:slug>/cover/", cover.AgencyCover.as_view(), name="agency_cover"),
    path("agencies/<slug:slug>/cover/name/", cover.NameCover.as_view(), name="name_cover"),
    path("cover/<slug:reference>/end/", cover.EndCover.as_view(), name="end_cover"),
    path("searches/", area_search.ListAreaSearches.as_view(), name="list_areasearches"),
    path("<slug:reference>/", case.ViewCase.as_view(), name="view_case"),
    path("<slug:reference>/concerns/", case.Concerns.as_view(), name="concerns"),
    path("<slug:reference>/access/", sharing.WhoCanSee.as_view(), name="who_can_see"),
    path("<slug:reference>/history/", case.CaseHistory.as_view(), name="history"),
    path("<slug:reference>/share/", sharing.ShareCase.as_view(), name="share_case"),
    path("<slug:reference>/colleague/", sharing.PutColleagueOnCase.as_view(), name="put_colleague_on_case"),
    path("shares/<slug:reference>/change/", sharing.ChangeShare.as_view(), name="change_share"),
    path("<slug:reference>/known/", known.KnowOfCase.as_view(), name="know_of_case"),
    path("areas/<slug:slug>/agreements/", agreement.Agreements.as_view(), name="agreements"),
    path("areas/<slug:slug>/agreements/record/", agreement.RecordAgreement.as_view(), name="record_agreement"),
    path("<slug:reference>/owner/", ownership.AllocateCase.as_view(), name="allocate_case"),
    path("<slug:reference>/dispute/", dispute.RecordDispute.as_view(), name="record_dispute"),
    path("disputes/<slug:reference>/answer/", dispute.AnswerDispute.as_view(), name="answer_dispute"),
    path("<slug:reference>/contacts/", contact_log.ContactLog.as_view(), name="contact_log"),
    path("<slug:reference>/contacts/log/", contact_log.LogContact.as_view(), name="log_contact"),
    path(
        "contacts/<slug:reference>/in-error/",
        contact_log.RecordContactInError.as_view(),
        name="record_contact_in_error",
    ),
    path("areas/<slug:slug>/owners/", ownership.Owners.as_view(), name="owners"),
    path("<slug:reference>/letters/", letters.Letters.as_view(), name="letters"),
    path("<slug:reference>/letters/write/", letters.WriteLetter.as_view(), name="write_letter"),
    path("letters/<slug:reference>/", letters.ViewLetter.as_view(), name="view_letter"),
    path("letters/<slug:reference>/easy-read/", letters.EasyReadLetter.as_view(), name="easy_read_letter"),
    path("letters/<slug:reference>/open/", letters.OpenLetter.as_view(), name="open_letter"),
    path("letters/<slug:reference>/sent/", letters.SayLetterSent.as_view(), name="say_letter_sent"),
    path("<slug:reference>/area/", transfer.OfferToArea.as_view(), name="offer_to_area"),
    path("transfers/<slug:reference>/", transfer.ViewCaseTransfer.as_view(), name="view_casetransfer"),
    path("transfers/<slug:reference>/sign/", transfer.SignTransfer.as_view(), name="sign_transfer"),
    path("transfers/<slug:reference>/take-back/", transfer.TakeBackTransfer.as_view(), name="take_back_transfer"),
    path("transfers/<slug:reference>/place/", transfer.PlaceTransfer.as_view(), name="place_transfer"),
    path("transfers/<slug:reference>/decline/", transfer.DeclineTransfer.as_view(), name="decline_transfer"),
    path("<slug:reference>/panel/", panel_offer.OfferToPanel.as_view(), name="offer_to_panel"),
    path("offers/<slug:reference>/", panel_offer.ViewPanelOffer.as_view(), name="view_paneloffer"),
    path("offers/<slug:reference>/take-back/", panel_offer.TakeBackPanelOffer.as_view(), name="take_back_panel_offer"),
    path("areas/<slug:slug>/owners/hand-over/", ownership.HandOverCases.as_view(), name="hand_over_cases"),
    path("areas/<slug:slug>/owners/cover/", ownership.ArrangeCover.as_view(), name="arrange_cover"),
    path("owners/cover/<slug:reference>/end/", ownership.EndOwnerCover.as_view(), name="end_owner_cover"),
    path("<slug:reference>/support/", support.Support.as_view(), name="support"),
    path("<slug:reference>/support/plan/", support.PlanSupport.as_view(), name="plan_support"),
    path("<slug:reference>/support/arrange/", interventions.ArrangeIntervention.as_view(), name="arrange_intervention"),
    path("<slug:reference>/section-36/", section36.DecideSection36.as_view(), name="decide_section36"),
    path("<slug:reference>/consent/", consent.ConsentPage.as_view(), name="consent"),
    path("<slug:reference>/told/", consent.RecordBeingTold.as_view(), name="record_being_told"),
    path(
        "consent/<slug:reference>/in-error/",
        consent.RecordConsentInError.as_view(),
        name="record_consent_in_error",
    ),
    path(
        "told/<slug:reference>/in-error/",
        consent.RecordBeingToldInError.as_view(),
        name="record_being_told_in_error",
    ),
    path("<slug:reference>/information/", information.Information.as_view(), name="information"),
    path("<slug:reference>/information/ask/", information.AskForInformation.as_view(), name="ask_for_information"),
    path("<slug:reference>/contribute/", contributions.AddContribution.as_view(), name="add_contribution"),
    path("referrals/<slug:reference>/same-person/", same_person.SamePerson.as_view(), name="same_person"),
    path(
        "referrals/<slug:reference>/same-person/confirm/",
        same_person.ConfirmSamePerson.as_view(),
        name="confirm_same_person",
    ),
    path("referrals/<slug:reference>/same-person/undo/", same_person.UndoSamePerson.as_view(), name="undo_same_person"),
    path("<slug:reference>/legal-hold/", keeping.PlaceLegalHold.as_view(), name="place_legal_hold"),
    path("legal-holds/<slug:reference>/", keeping.ViewLegalHold.as_view(), name="view_legalhold"),
    path("legal-holds/<slug:reference>/review/", keeping.ReviewLegalHold.as_view(), name="review_legal_hold"),
    path("legal-holds/<slug:reference>/end/", keeping.EndLegalHold.as_view(), name="end_legal_hold"),
    path("<slug:reference>/keep/", keeping.KeepCase.as_view(), name="keep_case"),
    path("<slug:reference>/restrict/", restriction.RestrictCase.as_view(), name="restrict_case"),
    path("restrictions/<slug:reference>/name/", restriction.NameReader.as_view(), name="name_reader"),
    path("restrictions/<slug:reference>/lift/", restriction.LiftRestriction.as_view(), name="lift_restriction"),
    path("named/<slug:reference>/remove/", restriction.RemoveReader.as_view(), name="remove_reader"),
    path("<slug:reference>/exclude/", exclusion.ExcludePerson.as_view(), name="exclude_person"),
    path("exclusions/<slug:reference>/end/", exclusion.EndExclusion.as_view(), name="end_exclusion"),
    path("areas/<slug:slug>/look/", looking.LookForCase.as_view(), name="look_for_case"),
    path("<slug:reference>/ask/", looking.AskToSee.as_view(), name="ask_to_see"),
    path("to-see/<slug:reference>/answer/", looking.AnswerRequestToSee.as_view(), name="answer_request_to_see"),
    path("<slug:reference>/break-glass/", broken_glass.BreakGlass.as_view(), name="break_glass"),
    path("glass/<slug:reference>/close/", broken_glass.CloseBrokenGlass.as_view(), name="close_broken_glass"),
    path("glass/<slug:reference>/judge/", broken_glass.JudgeBrokenGlass.as_view(), name="judge_broken_glass"),
    path("<slug:reference>/access/why/", sharing.ExplainAccess.as_view(), name="explain_access"),
    path("<slug:reference>/shut/", looking.ShutCase.as_view(), name="shut_case"),
    path("areas/<slug:slug>/restricted/", restriction.Restrictions.as_view(), name="restrictions"),
    path("areas/<slug:slug>/broken-glass/", broken_glass.BrokenGlasses.as_view(), name="broken_glasses"),
    path("shares/<slug:reference>/stop/", sharing.StopSharingCase.as_view(), name="stop_sharing_case"),
    path("<slug:reference>/assessments/", assessment.CaseAssessments.as_view(), name="assessments"),
    path("<slug:reference>/assessments/begin/", assessment.BeginAssessment.as_view(), name="begin_assessment"),
    path("<slug:reference>/assessments/compare/", assessment.CompareAssessments.as_view(), name="compare_assessments"),
    path(
        "<slug:reference>/assessments/over-time/",
        assessment.AssessmentsOverTime.as_view(),
        name="assessments_over_time",
    ),
    path("assessments/<slug:reference>/", assessment.ViewAssessment.as_view(), name="view_assessment"),
    path(
        "assessments/<slug:reference>/in-error/",
        assessment.RecordAssessmentInError.as_view(),
        name="record_assessment_in_error",
    ),
    path("assessments/drafts/<slug:reference>/", assessment.AssessmentDraft.as_view(), name="assessment_draft"),
    path(
        "assessments/drafts/<slug:reference>/check/", assessment.CheckAssessment.as_view(), name="complete_assessment"
    ),
    path(
        "assessments/drafts/<slug:reference>/remove/",
        assessment.RemoveAssessmentDraft.as_view(),
        name="remove_assessment_draft",
    ),
    path(
        "assessments/drafts/<slug:reference>/<slug:slug>/", assessment.AssessmentPart.as_view(), name="assessment_part"
    ),
]
endpoints = [
    path("", case_api.ListCases.as_view(), name="list_cases"),
    path("requests/", information_api.ListInformationRequests.as_view(), name="list_informationrequests"),
    path(
        "requests/<slug:reference>/", information_api.ViewInformationRequest.as_view(), name="view_informationrequest"
    ),
    path(
        "requests/<slug:reference>/answer/",
        information_api.AnswerInformationRequest.as_view(),
        name="answer_information_request",
    ),
    path(
        "requests/<slug:reference>/answer-anew/",
        information_api.AnswerInformationRequestAnew.as_view(),
        name="answer_information_request_anew",
    ),
    path(
        "requests/<slug:reference>/day/",
        information_api.MoveInformationRequest.as_view(),
        name="move_information_request",
    ),
    path(
        "requests/<slug:reference>/take-back/",
        information_api.RecallInformationRequest.as_view(),
        name="recall_information_request",
    ),
    path("contributions/", contributions_api.ListContributions.as_view(), name="list_contributions"),
    path("support/", interventions_api.ListInterventions.as_view(), name="list_interventions"),
    path("support/<slug:reference>/", interventions_api.ViewIntervention.as_view(), name="view_intervention"),
    path(
        "support/<slug:reference>/answer/", interventions_api.AnswerIntervention.as_view(), name="answer_intervention"
    ),
    path("support/<slug:reference>/session/", interventions_api.ReportSession.as_view(), name="report_session"),
    path(
        "support/<slug:reference>/worried/",
        interventions_api.RaiseUrgentConcern.as_view(),
        name="raise_urgent_concern",
    ),
    path("support/<slug:reference>/end/", interventions_api.EndIntervention.as_view(), name="end_intervention"),
    path(
        "sessions/<slug:reference>/in-error/",
        interventions_api.RecordSessionInError.as_view(),
        name="record_session_in_error",
    ),
    path("worried/<slug:reference>/", interventions_api.ViewUrgentConcern.as_view(), name="view_urgentconcern"),
    path(
        "worried/<slug:reference>/answer/",
        interventions_api.AnswerUrgentConcern.as_view(),
        name="answer_urgent_concern",
    ),
    path("cover/", cover_api.ListCovers.as_view(), name="list_covers"),
    path("contributions/<slug:reference>/", contributions_api.ViewContribution.as_view(), name="view_contribution"),
    path(
        "contributions/<slug:reference>/mark/", contributions_api.MarkContribution.as_view(), name="mark_contribution"
    ),
    path(
        "contributions/<slug:reference>/withdraw/",
        contributions_api.WithdrawContribution.as_view(),
        name="withdraw_contribution",
    ),
    path("known/", known_api.ListKnownCases.as_view(), name="list_known_cases"),
    path("agreements/", agreement_api.ListSharingAgreements.as_view(), name="list_sharingagreements"),
    path("agreements/<slug:reference>/", agreement_api.ViewSharingAgreement.as_view(), name="view_sharingagreement"),
    path("agreements/<slug:reference>/end/", agreement_api.EndAgreement.as_view(), name="end_agreement"),
    path("areas/<slug:slug>/agreements/record/", agreement_api.RecordAgreement.as_view(), name="record_agreement"),
    path("agencies/<slug:slug>/cover/name/", cover_api.NameCover.as_view(), name="name_cover"),
    path("cover/<slug:reference>/end/", cover_api.EndCover.as_view(), name="end_cover"),
    path("searches/", area_search_api.ListAreaSearches.as_view(), name="list_areasearches"),
    path("<slug:reference>/", case_api.ViewCase.as_view(), name="view_case"),
    path("<slug:reference>/share/", sharing_api.ShareCase.as_view(), name="share_case"),
    path("<slug:reference>/colleague/", sharing_api.PutColleagueOnCase.as_view(), name="put_colleague_on_case"),
    path("shares/<slug:reference>/change/", sharing_api.ChangeShare.as_view(), name="change_share"),
    path("<slug:reference>/known/", known_api.KnowOfCase.as_view(), name="know_of_case"),
    path("<slug:reference>/owner/", ownership_api.AllocateCase.as_view(), name="allocate_case"),
    path("<slug:reference>/dispute/", dispute_api.RecordDispute.as_view(), name="record_dispute"),
    path("disputes/<slug:reference>/answer/", dispute_api.AnswerDispute.as_view(), name="answer_dispute"),
    path("<slug:reference>/contacts/", contact_log_api.ContactLog.as_view(), name="contact_log"),
    path("<slug:reference>/contacts/log/", contact_log_api.LogContact.as_view(), name="log_contact"),
    path(
        "contacts/<slug:reference>/in-error/",
        contact_log_api.RecordContactInError.as_view(),
        name="record_contact_in_error",
    ),
    path("<slug:reference>/letters/write/", letters_api.WriteLetter.as_view(), name="write_letter"),
    path("letters/<slug:reference>/", letters_api.ViewLetter.as_view(), name="view_letter"),
    path("letters/<slug:reference>/open/", letters_api.OpenLetter.as_view(), name="open_letter"),
    path("letters/<slug:reference>/sent/", letters_api.SayLetterSent.as_view(), name="say_letter_sent"),
    path("<slug:reference>/area/", transfer_api.OfferToArea.as_view(), name="offer_to_area"),
    path("transfers/<slug:reference>/", transfer_api.ViewCaseTransfer.as_view(), name="view_casetransfer"),
    path("transfers/<slug:reference>/sign/", transfer_api.SignTransfer.as_view(), name="sign_transfer"),
    path("transfers/<slug:reference>/take-back/", transfer_api.TakeBackTransfer.as_view(), name="take_back_transfer"),
    path("transfers/<slug:reference>/place/", transfer_api.PlaceTransfer.as_view(), name="place_transfer"),
    path("transfers/<slug:reference>/decline/", transfer_api.DeclineTransfer.as_view(), name="decline_transfer"),
    path("<slug:reference>/panel/", panel_offer_api.OfferToPanel.as_view(), name="offer_to_panel"),
    path("offers/<slug:reference>/", panel_offer_api.ViewPanelOffer.as_view(), name="view_paneloffer"),
    path(
        "offers/<slug:reference>/take-back/", panel_offer_api.TakeBackPanelOffer.as_view(), name="take_back_panel_offer"
    ),
    path("areas/<slug:slug>/owners/hand-over/", ownership_api.HandOverCases.as_view(), name="hand_over_cases"),
    path("areas/<slug:slug>/owners/cover/", ownership_api.ArrangeCover.as_view(), name="arrange_cover"),
    path("owners/cover/<slug:reference>/end/", ownership_api.EndOwnerCover.as_view(), name="end_owner_cover"),
    path("<slug:reference>/support/", support_api.Support.as_view(), name="support"),
    path("<slug:reference>/support/plan/", support_api.PlanSupport.as_view(), name="plan_support"),
    path(
        "<slug:reference>/support/arrange/",
        interventions_api.ArrangeIntervention.as_view(),
        name="arrange_intervention",
    ),
    path("<slug:reference>/section-36/", section36_api.DecideSection36.as_view(), name="decide_section36"),
    path("<slug:reference>/consent/", consent_api.ConsentPage.as_view(), name="consent"),
    path("<slug:reference>/told/", consent_api.RecordBeingTold.as_view(), name="record_being_told"),
    path(
        "consent/<slug:reference>/in-error/",
        consent_api.RecordConsentInError.as_view(),
        name="record_consent_in_error",
    ),
    path(
        "told/<slug:reference>/in-error/",
        consent_api.RecordBeingToldInError.as_view(),
        name="record_being_told_in_error",
    ),
    path("<slug:reference>/information/ask/", information_api.AskForInformation.as_view(), name="ask_for_information"),
    path("<slug:reference>/contribute/", contributions_api.AddContribution.as_view(), name="add_contribution"),
    path("referrals/<slug:reference>/same-person/", same_person_api.SamePerson.as_view(), name="same_person"),
    path(
        "referrals/<slug:reference>/same-person/confirm/",
        same_person_api.ConfirmSamePerson.as_view(),
        name="confirm_same_person",
    ),
    path(
        "referrals/<slug:reference>/same-person/undo/",
        same_person_api.UndoSamePerson.as_view(),
        name="undo_same_person",
    ),
    path("<slug:reference>/legal-hold/", keeping_api.PlaceLegalHold.as_view(), name="place_legal_hold"),
    path("legal-holds/<slug:reference>/", keeping_api.ViewLegalHold.as_view(), name="view_legalhold"),
    path("legal-holds/<slug:reference>/review/", keeping_api.ReviewLegalHold.as_view(), name="review_legal_hold"),
    path("legal-holds/<slug:reference>/end/", keeping_api.EndLegalHold.as_view(), name="end_legal_hold"),
    path("<slug:reference>/keep/", keeping_api.KeepCase.as_view(), name="keep_case"),
    path("<slug:reference>/restrict/", restriction_api.RestrictCase.as_view(), name="restrict_case"),
    path("restrictions/<slug:reference>/name/", restriction_api.NameReader.as_view(), name="name_reader"),
    path("restrictions/<slug:reference>/lift/", restriction_api.LiftRestriction.as_view(), name="lift_restriction"),
    path("named/<slug:reference>/remove/", restriction_api.RemoveReader.as_view(), name="remove_reader"),
    path("<slug:reference>/exclude/", exclusion_api.ExcludePerson.as_view(), name="exclude_person"),
    path("exclusions/<slug:reference>/end/", exclusion_api.EndExclusion.as_view(), name="end_exclusion"),
    path("areas/<slug:slug>/look/", looking_api.LookForCase.as_view(), name="look_for_case"),
    path("<slug:reference>/ask/", looking_api.AskToSee.as_view(), name="ask_to_see"),
    path(
        "to-see/<slug:reference>/answer/",
        looking_api.AnswerRequestToSee.as_view(),
        name="answer_request_to_see",
    ),
    path("<slug:reference>/break-glass/", broken_glass_api.BreakGlass.as_view(), name="break_glass"),
    path("glass/<slug:reference>/close/", broken_glass_api.CloseBrokenGlass.as_view(), name="close_broken_glass"),
    path("glass/<slug:reference>/judge/", broken_glass_api.JudgeBrokenGlass.as_view(), name="judge_broken_glass"),
    path("shares/<slug:reference>/stop/", sharing_api.StopSharingCase.as_view(), name="stop_sharing_case"),
    path("<slug:reference>/assessments/", assessment_api.CaseAssessments.as_view(), name="assessments"),
    path(
        "<slug:reference>/assessments/complete/",
        assessment_api.CompleteAssessment.as_view(),
        name="complete_assessment",
    ),
    path("assessments/<slug:reference>/", assessment_api.ViewAssessment.as_view(), name="view_assessment"),
    path(
        "assessments/<slug:reference>/in-error/",
        assessment_api.RecordAssessmentInError.as_view(),
        name="record_assessment_in_error",
    ),
]
