namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>What a server answers.</summary>
internal sealed record Reply(int Status, string Body = "", string? RetryAfter = null, string? Location = null)
{
    /// <summary>True: it never answers, and the time limit of an attempt passes.</summary>
    public bool IsSilence { get; init; }

    public static Reply Silence { get; } = new(0) { IsSilence = true };
}
