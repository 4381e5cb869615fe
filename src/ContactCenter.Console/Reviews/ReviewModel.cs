using ContactCenter.Core.Api.Reviews;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Reviews;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Reviews;

/// <summary>What the page of a review shows.</summary>
public sealed record ReviewModel
{
    /// <summary>Rows for more factors and actions than there are.</summary>
    private const int MoreRows = 2;

    /// <summary>The review as the API tells it.</summary>
    public required ReviewAnswer Answer { get; init; }

    /// <summary>All versions, the newest first.</summary>
    public required IReadOnlyList<ReviewVersion> Versions { get; init; }

    /// <summary>What stands in the form: what is written, or what was tried in vain.</summary>
    public required ReviewWords Words { get; init; }

    /// <summary>Why what was sent was not kept; null: nobody has tried.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The version that was seen; 0: none.</summary>
    public int Seen { get; init; }

    /// <summary>Where the review stands.</summary>
    public ReviewState State { get; init; }

    /// <summary>Id of the incident.</summary>
    public string Id => Answer.Review.Incident.Id;

    /// <summary>Factors with empty rows behind them.</summary>
    public IReadOnlyList<WrittenFactor> Factors =>
    [
        .. Words.Factors,
        .. Enumerable.Repeat(new WrittenFactor("", KnownBy.Person), Room(Words.Factors.Length)),
    ];

    /// <summary>Actions with empty rows behind them.</summary>
    public IReadOnlyList<ActionItem> Actions =>
    [
        .. Words.Actions,
        .. Enumerable.Repeat(
            new ActionItem("", ActionType.PreventFuture, null, Answer.Review.ActionsDue, null, ActionState.Open, null),
            Room(Words.Actions.Length)),
    ];

    /// <summary>The document, as it is exported too.</summary>
    public Paper Paper(PageReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ReviewPaper.Of(
            Answer.Review,
            Answer.Written,
            new PaperReader(Spoken.Now.Language, reader.Zone),
            reader.Today);
    }

    /// <summary>Asks for it.</summary>
    internal static async Task<(ReviewModel? Model, Problem? Problem)> LoadAsync(Answers answers, string id)
    {
        var path = $"/reviews/{Answers.Part(id)}";
        var (answer, problem) = await answers.GetAsync(path, ConsoleJson.Default.ReviewAnswer);
        if (answer is null)
        {
            return (null, problem);
        }

        var (versions, gone) = await answers.GetAsync($"{path}/versions", ConsoleJson.Default.ReviewList);
        return versions is null
            ? (null, gone)
            : (new ReviewModel
            {
                Answer = answer,
                Versions = versions.Items,
                Words = answer.Written?.Words ?? new ReviewWords(),
                Seen = answer.Written?.Version ?? 0,
                State = answer.Written?.State ?? ReviewState.Draft,
            }, null);
    }

    private static int Room(int there) => Math.Min(MoreRows, ReviewWords.MaximumEntries - there);
}
