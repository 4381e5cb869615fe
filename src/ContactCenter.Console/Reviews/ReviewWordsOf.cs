using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Reviews;

/// <summary>What can be chosen in a review, in the language of the request.</summary>
internal static class ReviewWordsOf
{
    /// <summary>Where a review stands.</summary>
    public static string State(ReviewState state) => state switch
    {
        ReviewState.Draft => Say.ReviewDraft,
        ReviewState.InReview => Say.ReviewInReview,
        _ => Say.ReviewDone,
    };

    /// <summary>How something is known.</summary>
    public static string Known(KnownBy by) => by switch
    {
        KnownBy.Metric => Say.KnownMetric,
        KnownBy.Log => Say.KnownLog,
        KnownBy.Person => Say.KnownPerson,
        _ => Say.KnownGuess,
    };

    /// <summary>A type of action.</summary>
    public static string Type(ActionType type) => type switch
    {
        ActionType.Investigate => Say.ActionInvestigate,
        ActionType.MitigateThis => Say.ActionMitigateThis,
        ActionType.RepairDamage => Say.ActionRepairDamage,
        ActionType.DetectFuture => Say.ActionDetectFuture,
        ActionType.MitigateFuture => Say.ActionMitigateFuture,
        _ => Say.ActionPreventFuture,
    };

    /// <summary>Where an action stands.</summary>
    public static string Stand(ActionState state) => state switch
    {
        ActionState.Open => Say.ActionOpen,
        ActionState.Done => Say.ActionDone,
        _ => Say.ActionDropped,
    };
}
