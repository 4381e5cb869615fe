using System.Collections.ObjectModel;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>One address at which somebody is told.</summary>
public sealed record Endpoint
{
    [Description("email, sms, slack, teams, serviceNow, task, support, webhook, call, pagerDuty or jira.")]
    public required Channel Channel { get; set; }

    [Description(
        "Where: e-mail address, phone number (+49…; of sms and call), Slack channel (#name), Teams channel name, ServiceNow host, queue, AWS service, webhook address, PagerDuty's service region (us, eu), Jira's site (jsm, opsgenie-us, opsgenie-eu).")]
    [RegularExpression("^[^\\p{C}]{1,256}$")]
    public required string To { get; set; }

    [Description("ARN of the Secrets Manager secret that holds the webhook, token or password.")]
    [RegularExpression(SecretArn.Pattern, ErrorMessage = SecretArn.Meaning)]
    public string? Secret { get; set; }

    [Description("Slack only: id of the user (U…) or user group (S…) that a P1 or P2 mentions, so that phones ring.")]
    [RegularExpression(
        "^[USW][A-Z0-9]{2,30}$", ErrorMessage = Findings.FormMention)]
    public string? Mention { get; set; }

    [Description(
        "Slack with a bot token only: true: a P1 that is told here gets a channel of its own, to which the user in mention is invited.")]
    public bool OwnChannel { get; set; }

    [Description("Whose it is: the name stands where this person has acknowledged or resolved, instead of the address.")]
    [RegularExpression("^[^\\p{C}]{1,80}$", ErrorMessage = Findings.FormEighty)]
    public string? Name { get; set; }

    [Description("Language of its messages: en or de. Absent: that of the audience (messages.audiences) or of all messages.")]
    public string? Language { get; set; }

    [Description("IANA time zone of who reads here, such as America/New_York. Absent: that of the audience or of all messages.")]
    public string? TimeZone { get; set; }

    [Description(
        "Webhook only: the body that the other tool takes, with placeholders of docs/webhook.schema.json in its texts, such as {subject}, and {secret.name} for a field of the secret. Absent: the documented JSON.")]
    public JsonObject? Body { get; set; }

    [Description(
        "Webhook only: other words for values of severity, state and occasion in body, such as {\"severity\": {\"P1\": \"critical\"}}.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; set; } =
        ReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>.Empty;

    [Description("True: told only when an endpoint before it in the list cannot be reached.")]
    public bool Fallback { get; set; }
}

/// <summary>The way in which an endpoint is reached.</summary>
[JsonConverter(typeof(NamedEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>E-mail, through an SNS topic.</summary>
    Email,

    /// <summary>Text message, through an SNS topic.</summary>
    Sms,

    /// <summary>Slack.</summary>
    Slack,

    /// <summary>Microsoft Teams, through a Workflows webhook.</summary>
    Teams,

    /// <summary>A ServiceNow incident.</summary>
    ServiceNow,

    /// <summary>An Amazon Connect task.</summary>
    Task,

    /// <summary>An AWS Support case.</summary>
    Support,

    /// <summary>A webhook of any other tool, signed with HMAC.</summary>
    Webhook,

    /// <summary>A telephone call by the Amazon Connect instance, of which only a key that is pressed counts.</summary>
    Call,

    /// <summary>An alert of PagerDuty, through its Events API v2.</summary>
    PagerDuty,

    /// <summary>An alert of Jira Service Management, or of Opsgenie while there is one.</summary>
    Jira,
}

/// <summary>How text messages are sent.</summary>
public sealed record SmsSettings
{
    /// <summary>
    /// The name that phones show as the sender, where the country allows one: 1 to 11 letters and digits, one letter at least; null: what
    /// Amazon SNS chooses.
    /// </summary>
    [Description("The name that phones show as the sender, where the country allows one: 1 to 11 letters and digits.")]
    [RegularExpression(
        "^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$", ErrorMessage = Findings.FormSender)]
    public string? SenderId { get; set; }
}

/// <summary>
/// How the Amazon Connect instance calls people. One of <see cref="SourceNumber"/> and <see cref="Queue"/> says who they see calling.
/// </summary>
public sealed record CallSettings
{
    [Description("Telephone number of the instance that people see, such as +4969123456. It may dial out, and belongs to the instance.")]
    [RegularExpression("^\\+[1-9][0-9]{6,14}$", ErrorMessage = Findings.FormPhone)]
    public string? SourceNumber { get; set; }

    [Description("In its place: a queue of $.queues with an id, whose outbound caller number people see.")]
    public string? Queue { get; set; }

    [Description("How many seconds a telephone rings before the next one is told: 15 to 60.")]
    [Range(15, 60)]
    public int RingSeconds { get; set; } = 30;

    [Description("How many calls are made within an hour at most: 1 to 60. What would be one more is told by the next endpoint.")]
    [Range(1, 60)]
    public int MaximumPerHour { get; set; } = 20;

    [Description(
        "Other voices of Amazon Polly by the language of who is called. Absent: Joanna speaks English, Vicki German, both neural.")]
    public IReadOnlyDictionary<string, CallVoice> Voices { get; set; } = new Dictionary<string, CallVoice>();
}

/// <summary>Who speaks in a call.</summary>
public sealed record CallVoice
{
    [Description("Voice of Amazon Polly, such as Amy or Daniel.")]
    [RegularExpression("^[A-Za-z]{2,30}$", ErrorMessage = Findings.FormVoice)]
    public required string Voice { get; set; }

    [Description("How the voice speaks: standard, neural or generative. Not every voice has every engine.")]
    public VoiceEngine? Engine { get; set; }
}

/// <summary>
/// What is written into incidents of ServiceNow beside what a message tells: values by column, with placeholders such as <c>{resource}</c>.
/// The narrower wins: a resource over a severity, a severity over all.
/// </summary>
public sealed record ServiceNowSettings
{
    [Description(
        "Values by column: assignment_group, caller_id, cmdb_ci, category, close_code, u_… . References take a sys_id. Placeholders: {resource}, {group}, {queue}, {severity}, {owner}, {incident}.")]
    public IReadOnlyDictionary<string, string> Fields { get; set; } = new Dictionary<string, string>();

    [Description("Other values for incidents of one severity; written again when an incident is raised to it.")]
    public BySeverity<Dictionary<string, string>> Severities { get; set; } = new();

    [Description("Other values for incidents about one queue, table or function, by its name, such as its cmdb_ci.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Resources { get; set; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();
}

/// <summary>
/// By what people and tools prove that an answer is theirs. Signed links need nothing here: their key is made by the deployment.
/// </summary>
public sealed record AnswerSettings
{
    [Description(
        "ARN of the secret with the Slack app's signing secret (field signingSecret, or the whole text). Without it buttons in Slack are not answered.")]
    [RegularExpression(SecretArn.Pattern, ErrorMessage = SecretArn.Meaning)]
    public string? SlackSigningSecret { get; set; }

    [Description("ARN of the secret with callbackKey and user of ServiceNow's business rule. Without it its call-backs are not answered.")]
    [RegularExpression(SecretArn.Pattern, ErrorMessage = SecretArn.Meaning)]
    public string? ServiceNowCallbackSecret { get; set; }

    [Description(
        "ARN of the secret with what PagerDuty signs its webhooks with: the whole text, or every field, one for each subscription. Without it they are not answered.")]
    [RegularExpression(SecretArn.Pattern, ErrorMessage = SecretArn.Meaning)]
    public string? PagerDutyWebhookSecret { get; set; }

    [Description(
        "ARN of the secret with the token that Jira Service Management sends with its webhooks (field token, or the whole text; 32 characters or more). Without it they are not answered.")]
    [RegularExpression(SecretArn.Pattern, ErrorMessage = SecretArn.Meaning)]
    public string? JiraWebhookSecret { get; set; }

    [Description(
        "ARN of the secret that posts on social networks are signed with (field key, or the whole text; 32 characters or more). Without it none are taken (docs/design/posts.md).")]
    [RegularExpression(SecretArn.Pattern, ErrorMessage = SecretArn.Meaning)]
    public string? PostWebhookSecret { get; set; }

    [Description("A domain name of your own for the links in messages, which makes those in text messages short.")]
    public LinkDomain? Domain { get; set; }
}

/// <summary>
/// The name under which links are answered, in the Region of the instance. Links with the name that API Gateway gives go on working.
/// </summary>
public sealed record LinkDomain
{
    [Description("The name, such as cc.bank.example: the shorter, the more a text message can say.")]
    [RegularExpression(
        "^(?=.{4,63}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$",
        ErrorMessage = Findings.FormDomain)]
    public required string Name { get; set; }

    [Description("ARN of its certificate in AWS Certificate Manager, in the account and the Region of the instance.")]
    [RegularExpression(
        "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]{1,64}$",
        ErrorMessage = Findings.FormCertificate)]
    public required string Certificate { get; set; }

    /// <summary>
    /// Id of the public hosted zone of Route 53 that the name belongs to; null: somebody makes the name an alias of the output
    /// <c>LinkDomainTarget</c>.
    /// </summary>
    [Description("Id of the hosted zone of Amazon Route 53 that the name is entered into. Absent: you enter it elsewhere.")]
    [RegularExpression("^Z[A-Z0-9]{1,31}$", ErrorMessage = Findings.FormZone)]
    public string? HostedZone { get; set; }
}

/// <summary>Where a secret is.</summary>
internal static class SecretArn
{
    /// <summary>What it looks like; the six characters that Secrets Manager puts behind the name are looked for apart.</summary>
    internal const string Pattern = "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+$";

    /// <summary>What fits <see cref="Pattern"/>, in words.</summary>
    internal const string Meaning = Findings.FormSecretArn;
}

/// <summary>In which language and by which clock people are told; who says nothing has what the center has.</summary>
public sealed record MessageSettings
{
    [Description("Language of messages: en or de. Absent: the first of routing.languages that has packaged words, else en.")]
    public string? Language { get; set; }

    [Description("IANA time zone that stands beside UTC in messages. Absent: that of the center.")]
    public string? TimeZone { get; set; }

    [Description("Other languages and time zones for audiences or on-call schedules, by name. Endpoints and people may say others still.")]
    public IReadOnlyDictionary<string, AudienceReading> Audiences { get; set; } = new Dictionary<string, AudienceReading>();

    [Description("The weekly test whether people can be reached: a marked message to every endpoint, by day where it is read.")]
    public ReachTestSettings ReachTest { get; set; } = new();

    [Description("Who is reminded of actions that reviews agreed on, when their day has come and nobody has done them. Absent: nobody.")]
    public ActionReminderSettings? ActionReminders { get; set; }
}

/// <summary>Reminders of what reviews agreed on: from Monday to Friday, by day where it is read, once a day at most.</summary>
public sealed record ActionReminderSettings
{
    [Description("Audiences that are reminded of all of them, by e-mail, Slack and Teams. Who takes turns on call is of their own.")]
    public required IReadOnlyList<string> To { get; set; }

    [Description("Time of the reminder by the clock of whoever reads it, from 08:00 to 19:00, such as 09:00.")]
    public TimeOnly At { get; set; } = new(9, 0);
}

/// <summary>When everybody is sent a test, each by their own clock.</summary>
public sealed record ReachTestSettings
{
    [Description("false: nobody is tested every week; contactcenter reach still tests whom you name.")]
    public bool Enabled { get; set; } = true;

    [Description("Weekday of the test, such as tuesday.")]
    public DayOfWeek Day { get; set; } = DayOfWeek.Tuesday;

    [Description("Time of the test by the clock of whoever reads it, from 08:00 to 19:00, such as 11:00.")]
    public TimeOnly At { get; set; } = new(11, 0);
}

/// <summary>How an audience reads.</summary>
public sealed record AudienceReading
{
    [Description("Language of messages to this audience: en or de.")]
    public string? Language { get; set; }

    [Description("IANA time zone of this audience.")]
    public string? TimeZone { get; set; }
}
