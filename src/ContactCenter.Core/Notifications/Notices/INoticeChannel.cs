using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Notices;

/// <summary>Sends notices by the very channels by which incidents are told, and says what each of them answered.</summary>
public interface INoticeChannel
{
    /// <summary>Sends a notice by one endpoint. Whatever the other side does is an answer, and never an exception.</summary>
    /// <param name="notice">What to tell.</param>
    /// <param name="audience">Name of the audience or schedule, by which topics are found.</param>
    /// <param name="endpoint">Where.</param>
    /// <param name="cancellationToken">Signalled shortly before the process must stop.</param>
    ValueTask<NoticeAnswer> SendAsync(Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken);
}

/// <summary>What a channel answered to a notice.</summary>
/// <param name="Outcome">What it amounts to.</param>
/// <param name="Words">By whom it was accepted, why it was refused, or why nobody can know; a sentence of the table.</param>
/// <param name="Id">Under which the other side knows it; null where it says none.</param>
public sealed record NoticeAnswer(NoticeOutcome Outcome, string Words, string? Id = null)
{
    /// <summary>Somebody has taken it.</summary>
    public static NoticeAnswer By(string who, string? id = null) => new(
        NoticeOutcome.Accepted, id is null ? Sentences.ReceiptAccepted(who) : Sentences.ReceiptAcceptedAs(who, id), id);
}

/// <summary>What became of a notice at one endpoint.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<NoticeOutcome>))]
public enum NoticeOutcome
{
    /// <summary>The other side says that it has it.</summary>
    Accepted,

    /// <summary>The other side does not take it.</summary>
    Refused,

    /// <summary>It was sent, and nobody can know whether it arrives.</summary>
    Unproven,

    /// <summary>Nothing was sent: a test there would cost somebody time or money.</summary>
    NotAsked,
}

/// <summary>Stands for every channel while a deployment is in shadow: nobody is told.</summary>
public sealed class ShadowNotices : INoticeChannel
{
    /// <inheritdoc/>
    public ValueTask<NoticeAnswer> SendAsync(
        Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken) =>
        new(new NoticeAnswer(NoticeOutcome.NotAsked, Sentences.ReceiptShadow));
}
