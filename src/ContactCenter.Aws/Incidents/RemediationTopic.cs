using System.Text.Json;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Asks for repairs by publishing them, as JSON, to the topic that the repairing functions listen to. The attribute <c>remediation</c>
/// lets a subscription take only its own.
/// </summary>
/// <param name="sns">The client.</param>
/// <param name="topicArn">ARN of the topic; null: no repairs are deployed.</param>
public sealed class RemediationTopic(IAmazonSimpleNotificationService sns, string? topicArn) : IEffectHandler
{
    /// <summary>Reads a message of the topic; null when it is something else.</summary>
    public static RemediateEffect? Read(string message)
    {
        try
        {
            var repair = JsonSerializer.Deserialize(message, StoredJson.Default.Effect) as RemediateEffect;
            return repair is { Target: not null, Remediation: not null } ? repair : null;
        }
        catch (Exception other) when (other is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The effect is not a <see cref="RemediateEffect"/>.</exception>
    public async ValueTask<DeliveryResult> HandleAsync(Effect effect, int attempt, CancellationToken cancellationToken)
    {
        var remediate = effect as RemediateEffect ?? throw new ArgumentException("only repairs are asked for here", nameof(effect));
        if (topicArn is null)
        {
            return new DeliveryFailed(Sentences.RepairsNotDeployed);
        }

        await sns.PublishAsync(
            new PublishRequest
            {
                TopicArn = topicArn,
                Message = JsonSerializer.Serialize(remediate, StoredJson.Default.Effect),
                MessageAttributes = new Dictionary<string, MessageAttributeValue>
                {
                    ["remediation"] = new() { DataType = "String", StringValue = remediate.Remediation },
                },
            },
            cancellationToken);
        return new Delivered();
    }
}
