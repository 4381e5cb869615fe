using ContactCenter.Core.Learning.Reviews;

namespace ContactCenter.Core.Api.Reviews;

/// <summary>The review of an incident.</summary>
/// <param name="Review">What the system can say, by what is stored now.</param>
/// <param name="Written">The newest version of what people have written; null: nothing yet.</param>
/// <param name="Words">Words in it that judge, or tell of what did not happen.</param>
public sealed record ReviewAnswer(Review Review, ReviewVersion? Written, IReadOnlyList<BlamingWord> Words);

/// <summary>Reviews, those of the newest incidents first.</summary>
/// <param name="Items">The newest version of each.</param>
public sealed record ReviewList(IReadOnlyList<ReviewVersion> Items);

/// <summary>What somebody writes.</summary>
/// <param name="State">Where the review stands with it.</param>
/// <param name="Words">All that is written, in the place of what was.</param>
public sealed record ReviewBody(ReviewState State, ReviewWords Words);
