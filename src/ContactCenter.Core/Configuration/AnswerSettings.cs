using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>By what people and tools prove that an answer is theirs. Signed links need nothing here: their key is made by the deployment.</summary>
public sealed record AnswerSettings
{
    private const string SecretArn = "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+$";

    /// <summary>ARN of the secret with the Slack app's signing secret, as field <c>signingSecret</c> or as whole text; without it buttons in Slack are not answered.</summary>
    [Description("ARN of the secret with the Slack app's signing secret (field signingSecret, or the whole text). Without it buttons in Slack are not answered.")]
    [RegularExpression(SecretArn)]
    public string? SlackSigningSecret { get; set; }

    /// <summary>ARN of the secret with <c>callbackKey</c> and <c>user</c> of ServiceNow's business rule; without it its call-backs are not answered.</summary>
    [Description("ARN of the secret with callbackKey and user of ServiceNow's business rule. Without it its call-backs are not answered.")]
    [RegularExpression(SecretArn)]
    public string? ServiceNowCallbackSecret { get; set; }
}
