using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>
/// A request for a higher service quota, prepared for people to send: only they can decide that, and AWS decides upon it. Codes are those
/// of Service Quotas.
/// </summary>
/// <param name="Service">Service code, such as <c>dynamodb</c>.</param>
/// <param name="Code">Quota code, such as <c>L-34F6A552</c>.</param>
/// <param name="Name">What the quota counts, as a sentence has it.</param>
/// <param name="Current">The value as it is; null when it is not known.</param>
/// <param name="Asked">The value to ask for.</param>
public sealed record QuotaRequest(string Service, string Code, string Name, long? Current, long Asked)
{
    // Half as much again is what Support usually grants without asking back; less would be used up at the next growth.
    private const double More = 1.5;

    /// <summary>Default of an account: 1,000 concurrent executions in a Region.</summary>
    private const long DefaultExecutions = 1000;

    /// <summary>More concurrent executions of all Lambda functions of a Region.</summary>
    public static QuotaRequest ConcurrentExecutions(long? current) =>
        new("lambda", "L-B99A9384", Sentences.CountedExecutions, current, Above(current ?? DefaultExecutions));

    /// <summary>What to do, in sentences: the page of the console and the command, in the Region of the resource.</summary>
    public string Text => Current is { } now
        ? Sentences.QuotaAskInstead($"{Asked}", Name, $"{now}", Page, Command)
        : Sentences.QuotaAsk($"{Asked}", Name, Page, Command);

    private string Page => $"https://console.aws.amazon.com/servicequotas/home/services/{Service}/quotas/{Code}";

    private string Command =>
        $"aws service-quotas request-service-quota-increase --service-code {Service} --quota-code {Code} --desired-value {Asked}";

    /// <summary>Half as much again, rounded up.</summary>
    internal static long Above(long current) => (long)Math.Ceiling(current * More);
}
