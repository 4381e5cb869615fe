using System.Globalization;
using System.Text.Json;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Validation;

namespace ContactCenter.Functions;

/// <summary>What a deployment tells its functions: the packaged configuration, and names in environment variables.</summary>
public sealed class FunctionEnvironment
{
    private readonly Func<string, string?> _variables;

    /// <summary>Reads the environment of a process.</summary>
    /// <param name="variables">Gives the value of a variable, or null.</param>
    /// <exception cref="InvalidOperationException">The configuration is not where it is said to be.</exception>
    public FunctionEnvironment(Func<string, string?> variables)
    {
        _variables = variables;
        var path = Optional("CONTACTCENTER_CONFIG") ?? Path.Combine(AppContext.BaseDirectory, "contactcenter.json");
        Configuration = AsItCounts(File.Exists(path)
            ? ConfigurationReader.ReadChecked(File.ReadAllBytes(path))
            : throw new InvalidOperationException($"there is no configuration at {path}; CONTACTCENTER_CONFIG names another place"));
    }

    /// <summary>An environment with a configuration that is in memory.</summary>
    /// <param name="configuration">The configuration, checked.</param>
    /// <param name="variables">Gives the value of a variable, or null.</param>
    public FunctionEnvironment(ContactCenterConfiguration configuration, Func<string, string?> variables)
    {
        _variables = variables;
        Configuration = AsItCounts(configuration);
    }

    /// <summary>
    /// The configuration, checked before it was packaged, as it counts in shadow. A bot that is deployed has its ids from
    /// <c>BOT_ID</c> and <c>BOT_ALIAS_ID</c>.
    /// </summary>
    public ContactCenterConfiguration Configuration { get; }

    /// <summary><c>INCIDENTS_TABLE</c>: name of the table of incidents.</summary>
    public string IncidentsTable => Required("INCIDENTS_TABLE", "the name of the table of incidents");

    /// <summary><c>REMEDIATION_TOPIC_ARN</c>: where repairs are asked for; without it none are deployed.</summary>
    public string? RemediationTopic => Optional("REMEDIATION_TOPIC_ARN");

    /// <summary><c>ALARM_TOPIC_ARN</c>: the topic to which triage listens.</summary>
    public string AlarmTopic => Required("ALARM_TOPIC_ARN", "the ARN of the topic of alarms");

    /// <summary><c>REACH_TOPIC_ARN</c>: the topic to which whoever tests people listens.</summary>
    public string ReachTopic => Required("REACH_TOPIC_ARN", "the ARN of the topic of reach tests");

    /// <summary>
    /// <c>FLOW_IDS</c>: JSON object from the name of a flow that may be failed over, and of the emergency flow, to its id; or none.
    /// </summary>
    public IReadOnlyDictionary<string, string> FlowIds => Optional("FLOW_IDS") is { } ids
        ? JsonSerializer.Deserialize(ids, FunctionsJson.Default.DictionaryStringString)!
        : new Dictionary<string, string>();

    /// <summary>
    /// How far repairs may go: what the configuration says, unless <c>REMEDIATION_MODE</c> says <c>act</c>, <c>dryRun</c> or <c>off</c>; so
    /// that repairs can be stopped without a deployment. In shadow nothing makes them act.
    /// </summary>
    public RemediationMode RemediationMode => Optional("REMEDIATION_MODE") switch
    {
        _ when Configuration.Shadow => Configuration.Remediation.Mode,
        null => Configuration.Remediation.Mode,
        { } text when text.All(char.IsAsciiLetter) && Enum.TryParse<RemediationMode>(text, ignoreCase: true, out var mode) => mode,
        { } other =>
            throw new InvalidOperationException($"the environment variable REMEDIATION_MODE is \"{other}\"; expected act, dryRun or off"),
    };

    /// <summary>
    /// <c>SLACK_SIGNING_SECRET_ARN</c>: the secret whose field <c>signingSecret</c>, or whole text, is that of the Slack app.
    /// </summary>
    public string SlackSigningSecret =>
        Required("SLACK_SIGNING_SECRET_ARN", "the ARN of the secret with the signing secret of the Slack app");

    /// <summary><c>SERVICENOW_CALLBACK_SECRET_ARN</c>: the secret with <c>callbackKey</c> and <c>user</c>.</summary>
    public string ServiceNowCallbackSecret =>
        Required("SERVICENOW_CALLBACK_SECRET_ARN", "the ARN of the secret with callbackKey and user of the ServiceNow integration");

    /// <summary><c>PAGERDUTY_WEBHOOK_SECRET_ARN</c>: the secret with what PagerDuty signs its webhooks with.</summary>
    public string PagerDutyWebhookSecret =>
        Required("PAGERDUTY_WEBHOOK_SECRET_ARN", "the ARN of the secret with the signing secrets of PagerDuty's webhook subscriptions");

    /// <summary><c>JIRA_WEBHOOK_SECRET_ARN</c>: the secret whose field <c>token</c>, or whole text, Jira sends with its webhooks.</summary>
    public string JiraWebhookSecret =>
        Required("JIRA_WEBHOOK_SECRET_ARN", "the ARN of the secret with the token of Jira's webhooks");

    /// <summary><c>POST_WEBHOOK_SECRET_ARN</c>: the secret whose field <c>key</c>, or whole text, posts are signed with.</summary>
    public string PostWebhookSecret =>
        Required("POST_WEBHOOK_SECRET_ARN", "the ARN of the secret that posts on social networks are signed with");

    /// <summary><c>API_ISSUER</c>: who issues tokens of the API, where it is the deployed pool; else the configuration says it.</summary>
    public string? ApiIssuer => Optional("API_ISSUER") ?? Configuration.Api?.Issuer;

    /// <summary><c>API_AUDIENCE</c>: for whom, where it is the client of the deployed pool; else the configuration says it.</summary>
    public IReadOnlyList<string> ApiAudience => Optional("API_AUDIENCE") is { } client ? [client] : Configuration.Api?.Audience ?? [];

    /// <summary><c>STATUS_BUCKET</c>: the bucket of the status page, in the Region that the configuration names.</summary>
    public string StatusBucket => Required("STATUS_BUCKET", "the name of the bucket of the status page");

    /// <summary><c>TRAIL_BUCKET</c>: the bucket of the trail, where people ask it.</summary>
    public string TrailBucket => Required("TRAIL_BUCKET", "the name of the bucket of the trail");

    /// <summary><c>LINK_SECRET_ARN</c>: the secret with the keys of signed links.</summary>
    public string LinkSecret => Required("LINK_SECRET_ARN", "the ARN of the secret with the keys of signed links");

    /// <summary><c>CALLER_KEY_ARN</c>: the secret with the key that hashes customers, or null; then nobody is remembered.</summary>
    public string? CallerKeySecret => Optional("CALLER_KEY_ARN");

    /// <summary><c>SYNTHETIC_MARK_ARN</c>: the secret with the mark of synthetic contacts, or null; then there are none.</summary>
    public string? SyntheticMark => Optional("SYNTHETIC_MARK_ARN");

    /// <summary><c>TEST_CASE_IDS</c>: JSON object from the id of a synthetic contact to that of its test case; or none.</summary>
    public IReadOnlyDictionary<string, string> TestCaseIds => Optional("TEST_CASE_IDS") is { } ids
        ? JsonSerializer.Deserialize(ids, FunctionsJson.Default.DictionaryStringString)!
        : new Dictionary<string, string>();

    /// <summary>
    /// Where the Secrets Manager extension listens: at the port that its own <c>PARAMETERS_SECRETS_EXTENSION_HTTP_PORT</c> names.
    /// </summary>
    public Uri SecretsAddress => Optional("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT") is { } port
        ? new UriBuilder(SecretsExtension.DefaultAddress) { Port = int.Parse(port, NumberStyles.None, CultureInfo.InvariantCulture) }.Uri
        : SecretsExtension.DefaultAddress;

    /// <summary><c>AWS_REGION</c>, which Lambda sets: where the function runs. Secrets of the configuration are read there.</summary>
    public string? Region => Optional("AWS_REGION");

    /// <summary><c>DASHBOARD_URL</c>, or null.</summary>
    public Uri? Dashboard => Address("DASHBOARD_URL");

    /// <summary><c>MODELS_BUCKET</c>: the bucket of models and training texts, or null; then the packaged model serves for ever.</summary>
    public string? ModelsBucket => Optional("MODELS_BUCKET");

    /// <summary><c>MODELS_PREFIX</c>: what keys in that bucket begin with.</summary>
    public string ModelsPrefix => Optional("MODELS_PREFIX") ?? S3ModelStore.DefaultPrefix;

    /// <summary><c>REPORTS_BUCKET</c>: the bucket of reports that are written.</summary>
    public string ReportsBucket => Required("REPORTS_BUCKET", "the name of the bucket of reports");

    /// <summary><c>CONTACTS_TABLE</c>: the table of corrections and counts of answers, or null; then answers are not counted.</summary>
    public string? ContactsTable => Optional("CONTACTS_TABLE");

    /// <summary><see cref="ModelsBucket"/>, for functions that cannot do without.</summary>
    public string RequiredModelsBucket => Required("MODELS_BUCKET", "the name of the bucket of models");

    /// <summary><see cref="ContactsTable"/>, for functions that cannot do without.</summary>
    public string RequiredContactsTable => Required("CONTACTS_TABLE", "the name of the table of corrections");

    /// <summary>
    /// Topics on which a new model must not be worse: those that the configuration calls emergencies, unless <c>IMPORTANT_TOPICS</c> names
    /// others, separated by commas.
    /// </summary>
    public IReadOnlyList<string> ImportantTopics =>
        Optional("IMPORTANT_TOPICS")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? [.. Configuration.Routing.Topics.Where(topic => topic.Value.Emergency).Select(topic => topic.Key)];

    /// <summary>
    /// What messages need: <c>AUDIENCE_TOPICS</c> is a JSON object from audience to topic ARN; <c>TASK_FLOW_ID</c>, <c>CALL_FLOW_ID</c>,
    /// <c>LINK_BASE_URL</c>, <c>LINK_SECRET_ARN</c> and <c>DASHBOARD_URL</c> may be absent.
    /// </summary>
    public NotificationOptions Notifications => new()
    {
        Topics = Optional("AUDIENCE_TOPICS") is { } topics
            ? JsonSerializer.Deserialize(topics, FunctionsJson.Default.DictionaryStringString)!
            : [],
        TaskFlowId = TaskFlowId,
        CallFlowId = Optional("CALL_FLOW_ID"),
        LinkBase = Address("LINK_BASE_URL"),
        LinkSecret = Optional("LINK_SECRET_ARN"),
        Dashboard = Dashboard,
    };

    /// <summary><c>KNOWLEDGE_FILE</c>: the knowledge base; without it <c>knowledge.cck</c> beside the assembly.</summary>
    public string KnowledgeFile => Optional("KNOWLEDGE_FILE") ?? Path.Combine(AppContext.BaseDirectory, "knowledge.cck");

    /// <summary><c>KNOWLEDGE_BUCKET</c>: the bucket of the articles that people edit, and of the bases that are built of them.</summary>
    public string KnowledgeBucket => Required("KNOWLEDGE_BUCKET", "the name of the bucket of the articles that people edit");

    /// <summary><c>TASK_FLOW_ID</c>: the contact flow that takes tasks to their queue, or null; then none are started.</summary>
    public string? TaskFlowId => Optional("TASK_FLOW_ID");

    private ContactCenterConfiguration AsItCounts(ContactCenterConfiguration configuration) => DeployedBot.In(
        ShadowDeployment.Of(configuration), Optional("BOT_ID") ?? DeployedBot.UnknownId, Optional("BOT_ALIAS_ID") ?? DeployedBot.UnknownId);

    private Uri? Address(string variable) =>
        Optional(variable) switch
        {
            null => null,
            { } text when Uri.TryCreate(text, UriKind.Absolute, out var address) => address,
            _ => throw new InvalidOperationException($"the environment variable {variable} is not an absolute address"),
        };

    private string Required(string variable, string meaning) =>
        Optional(variable) ?? throw new InvalidOperationException($"the environment variable {variable} is not set; it must be {meaning}");

    private string? Optional(string variable) => _variables(variable) is { Length: > 0 } value ? value : null;
}
