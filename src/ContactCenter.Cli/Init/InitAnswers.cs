namespace ContactCenter.Cli.Init;

/// <summary>What has to be known of a contact center for its first configuration, as it is typed.</summary>
internal sealed record InitAnswers
{
    /// <summary>Short name of the environment.</summary>
    public string Environment { get; init; } = "prod";

    /// <summary>ARN of the Amazon Connect instance.</summary>
    public string InstanceArn { get; init; } = "";

    /// <summary>Alias of the instance.</summary>
    public string Alias { get; init; } = "";

    /// <summary>IANA time zone of the hours.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>When customers are served from Monday to Friday, as <c>08:00-18:00</c>; empty: around the clock.</summary>
    public string Hours { get; init; } = "";

    /// <summary>Queues as <c>NAME=ID</c>, or by name alone; the first takes what has no other.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>Two-letter codes of what is spoken.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Who is told by e-mail.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Who is told by text message.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>DynamoDB tables that are watched.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];
}
