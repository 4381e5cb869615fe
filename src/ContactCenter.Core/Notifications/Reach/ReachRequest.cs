using System.Text.Json;

namespace ContactCenter.Core.Notifications.Reach;

/// <summary>Somebody asks whether an audience can be reached.</summary>
/// <param name="Id">Unique for ever: a request that arrives twice counts once.</param>
/// <param name="Audience">Name of the audience or schedule.</param>
/// <param name="Everyone">True: of a schedule everybody who takes turns, not only who is on call.</param>
/// <param name="By">Who asks.</param>
/// <param name="At">When.</param>
public sealed record ReachRequest(string Id, string Audience, bool Everyone, string By, DateTimeOffset At)
{
    /// <summary>As one text, on its way to whoever tests.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, ReceiptJson.Default.ReachRequest);

    /// <summary>The request of a text that <see cref="ToString"/> made; null for anything else.</summary>
    public static ReachRequest? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, ReceiptJson.Default.ReachRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Takes requests to whoever tests: the API answers at once, and a test takes as long as the slowest channel.</summary>
public interface IReachRequests
{
    /// <summary>Hands a request over.</summary>
    Task AskAsync(ReachRequest request, CancellationToken cancellationToken);
}
