using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Configuration.Retention;

namespace ContactCenter.Core.Configuration;

/// <summary>
/// The one file of a deployment, <c>contactcenter.json</c>. Properties have setters because source-generated JSON would replace the
/// defaults of init-only ones; nothing changes a configuration after it is read.
/// </summary>
public sealed record ContactCenterConfiguration
{
    /// <summary>Names the schema, so that an editor completes and checks the file.</summary>
    [JsonPropertyName("$schema")]
    [Description("Path of the schema, for completion in an editor.")]
    public string? Schema { get; set; }

    /// <summary>For which version of the program the file was written: what changed since is told by <c>validate</c>.</summary>
    [Description("Version of this program that the file was written for, such as 0.5. What has changed for it since is told by validate.")]
    [RegularExpression(@"^\d{1,3}\.\d{1,3}$", ErrorMessage = "a version in two numbers, such as 0.5")]
    public string? Version { get; set; }

    /// <summary>Short name of the environment; part of every resource's name.</summary>
    [Description("Short name of this environment, such as prod; it is part of the name of every alarm, topic and function.")]
    [RegularExpression(
        "^[a-z][a-z0-9-]{0,18}[a-z0-9]$",
        ErrorMessage = "2 to 20 lower-case letters, digits and -, with a letter first and no - at the end, such as prod or prod-eu")]
    public required string Environment { get; set; }

    /// <summary>The Amazon Connect instance that is watched.</summary>
    [Description("The Amazon Connect instance that is watched.")]
    public required ConnectInstance Instance { get; set; }

    /// <summary>IANA name of the time zone in which business hours, maintenance and reports are meant.</summary>
    [Description("IANA time zone of business hours and reports, such as Europe/Berlin.")]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>When customers are served; empty: around the clock.</summary>
    [Description("When customers are served. Empty means around the clock.")]
    public IReadOnlyList<OpeningHours> BusinessHours { get; set; } = [];

    /// <summary>Days on which the center is closed whatever the weekday says.</summary>
    [Description("Days on which the center is closed, such as 2026-12-25.")]
    public IReadOnlyList<DateOnly> Holidays { get; set; } = [];

    /// <summary>Days with other hours than their weekday, such as the morning of the 24th of December.</summary>
    [Description("Days with other hours than their weekday: date, from and to. Queues that are open on holidays keep theirs.")]
    public IReadOnlyList<OpeningException> Exceptions { get; set; } = [];

    /// <summary>Queues to watch.</summary>
    [Description("Queues to watch, by their display name in Amazon Connect.")]
    public IReadOnlyList<QueueSettings> Queues { get; set; } = [];

    /// <summary>How contacts are routed.</summary>
    [Description("How contacts are routed.")]
    public RoutingSettings Routing { get; set; } = new();

    /// <summary>Contact flows to watch.</summary>
    [Description("Contact flows to watch, by their display name in Amazon Connect.")]
    public IReadOnlyList<NamedResource> ContactFlows { get; set; } = [];

    /// <summary>The contact flows that the deployment brings, or null.</summary>
    [Description("The contact flows that the deployment brings. Without it only the hooks are deployed, for flows of your own.")]
    public FlowSettings? Flows { get; set; }

    /// <summary>Lambda functions that contact flows call.</summary>
    [Description("Lambda functions that contact flows call, besides the hooks of this system.")]
    public IReadOnlyList<FunctionSettings> Functions { get; set; } = [];

    /// <summary>Amazon Lex V2 bots of the IVR.</summary>
    [Description("Amazon Lex V2 bots of the IVR.")]
    public IReadOnlyList<BotSettings> Bots { get; set; } = [];

    /// <summary>Routing profiles whose agents are watched.</summary>
    [Description("Routing profiles whose agents are watched, by display name.")]
    public IReadOnlyList<NamedResource> RoutingProfiles { get; set; } = [];

    /// <summary>External systems that hooks or other functions call; who calls one counts the calls (docs/apis.md).</summary>
    [Description("External systems on which customers depend. Calls of crm.api are counted; publish those of others (docs/apis.md).")]
    public IReadOnlyList<NamedResource> Apis { get; set; } = [];

    /// <summary>DynamoDB tables to watch and to repair.</summary>
    [Description("DynamoDB tables to watch and to remediate, with the limits within which capacity may be changed.")]
    public IReadOnlyList<TableSettings> Tables { get; set; } = [];

    /// <summary>The external system that knows the customers, or null: customers are not looked up.</summary>
    [Description("The external system that knows the customers.")]
    public CrmSettings? Crm { get; set; }

    /// <summary>When customers are answered from the knowledge base.</summary>
    [Description("From which articles, and when, customers are answered without an agent. Without articles nobody is.")]
    public SelfServiceSettings SelfService { get; set; } = new();

    /// <summary>What happens with ratings after a contact.</summary>
    [Description("What happens with ratings after a contact.")]
    public SurveySettings Survey { get; set; } = new();

    /// <summary>Offers and actions for the agent's screen.</summary>
    [Description("Offers and actions for the agent's screen, and when they are recommended.")]
    public IReadOnlyList<RecommendationSettings> Recommendations { get; set; } = [];

    /// <summary>How far automated repairs may go.</summary>
    [Description("How far automated repairs may go.")]
    public RemediationSettings Remediation { get; set; } = new();

    /// <summary>What may be failed over after a person has agreed, or null: nothing.</summary>
    [Description(
        "What may be failed over after a person has agreed: flows to the emergency flow, queues to their standby, calls to another Region. Without it nothing is.")]
    public FailoverSettings? Failover { get; set; }

    /// <summary>Changes to the alarm catalog, by alarm id.</summary>
    [Description("Changes to alarms of the catalog, by alarm id (see docs/alarms.md).")]
    public IReadOnlyDictionary<string, AlarmOverride> Alarms { get; set; } = new Dictionary<string, AlarmOverride>();

    /// <summary>How alarms of other systems are read, beside those that are known (docs/foreign-alarms.md).</summary>
    [Description("How alarms of other systems are read, beside those that are known (docs/foreign-alarms.md). The first that fits counts.")]
    public IReadOnlyList<ForeignAlarmSettings> ForeignAlarms { get; set; } = [];

    /// <summary>
    /// True: everything is decided and nobody is told, nothing is repaired and no ticket is opened; what would have been stands in the
    /// table.
    /// </summary>
    [Description(
        "True: everything is decided, and nobody is told, nothing repaired, no ticket opened (docs/shadow.md). For a trial beside a pager.")]
    public bool Shadow { get; set; }

    /// <summary>How alarms are deployed.</summary>
    [Description("How alarms are deployed.")]
    public MonitoringSettings Monitoring { get; set; } = new();

    /// <summary>Groups of endpoints, by name.</summary>
    [Description("Who is told: named groups of endpoints.")]
    public IReadOnlyDictionary<string, IReadOnlyList<Endpoint>> Audiences { get; set; } =
        new Dictionary<string, IReadOnlyList<Endpoint>>();

    /// <summary>In which language and by which clock people are told.</summary>
    [Description("In which language and by which clock people are told.")]
    public MessageSettings Messages { get; set; } = new();

    /// <summary>Schedules of who is on call, by name; a name can stand wherever that of an audience can.</summary>
    [Description("Who is on call: schedules by name, which can stand wherever the name of an audience can.")]
    public IReadOnlyDictionary<string, OnCallSettings> OnCall { get; set; } = new Dictionary<string, OnCallSettings>();

    /// <summary>How text messages are sent.</summary>
    [Description("How text messages are sent.")]
    public SmsSettings Sms { get; set; } = new();

    /// <summary>What is written into incidents of ServiceNow beside what a message tells.</summary>
    [Description("What is written into incidents of ServiceNow beside what a message tells: group, caller, configuration item, …")]
    public ServiceNowSettings ServiceNow { get; set; } = new();

    /// <summary>Who is told when, for each severity.</summary>
    [Description("Who is told when, for each severity.")]
    public BySeverity<EscalationSettings> Escalation { get; set; } = new();

    /// <summary>Time to acknowledge and to resolve, for each severity.</summary>
    [Description("Time to acknowledge and to resolve, for each severity.")]
    public BySeverity<SlaSettings> Sla { get; set; } = SlaSettings.Defaults();

    /// <summary>How incidents open, calm down and end.</summary>
    [Description("How incidents open, calm down and end.")]
    public IncidentSettings Incidents { get; set; } = new();

    /// <summary>How long the memory keeps what, beside incidents.</summary>
    [Description("How long the memory keeps what, beside incidents (incidents.retentionDays).")]
    public RetentionSettings Retention { get; set; } = new();

    /// <summary>How the sentiment of customers is followed.</summary>
    [Description("How the sentiment of customers is followed.")]
    public SentimentSettings Sentiment { get; set; } = new();

    /// <summary>Windows in which notifications are held.</summary>
    [Description("Windows of planned work: notifications are held, the record is kept.")]
    public IReadOnlyList<MaintenanceSettings> Maintenance { get; set; } = [];

    /// <summary>Address of runbooks; <c>{runbook}</c> stands for the runbook's name.</summary>
    [Description("Address of runbooks; {runbook} stands for the runbook's name.")]
    [RegularExpression("^https://.*\\{runbook\\}.*$", ErrorMessage = "an https address with {runbook} in it")]
    public string RunbookUrl { get; set; } = "https://runbooks.example.com/{runbook}";

    /// <summary>By what people and tools prove that an answer is theirs.</summary>
    [Description("By what people and tools prove that an answer is theirs.")]
    public AnswerSettings Answers { get; set; } = new();

    /// <summary>Who may call the HTTP API, or null: there is none.</summary>
    [Description("Who may call the HTTP API (docs/design/api.md). Without it there is none.")]
    public ApiSettings? Api { get; set; }

    /// <summary>The trail of who changed what.</summary>
    [Description("The trail of who changed what.")]
    public AuditSettings Audit { get; set; } = new();

    /// <summary>Quotas of the account, and its weekly check.</summary>
    [Description("Quotas of the account that this deployment shares with others, and the weekly check of what is in it.")]
    public AccountSettings Account { get; set; } = new();

    /// <summary>A second Region in which the pipeline stands by, for the case that the Region of the instance fails; null: none.</summary>
    [Description("A second Region in which the pipeline stands by, for the case that the Region of the instance fails, such as eu-west-1.")]
    [RegularExpression("^" + ConnectInstance.RegionPattern + "$", ErrorMessage = "a Region of AWS such as eu-west-1")]
    public string? StandbyRegion { get; set; }
}
