using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Configuration.Retention;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>
/// The one file of a deployment, <c>contactcenter.json</c>. Properties have setters because source-generated JSON would replace the
/// defaults of init-only ones; nothing changes a configuration after it is read.
/// </summary>
public sealed record ContactCenterConfiguration
{
    [JsonPropertyName("$schema")]
    [Description("Path of the schema, for completion in an editor.")]
    public string? Schema { get; set; }

    [Description("Version of this program that the file was written for, such as 0.5. What has changed for it since is told by validate.")]
    [RegularExpression(@"^\d{1,3}\.\d{1,3}$", ErrorMessage = Findings.FormVersion)]
    public string? Version { get; set; }

    [Description("Short name of this environment, such as prod; it is part of the name of every alarm, topic and function.")]
    [RegularExpression(
        "^[a-z][a-z0-9-]{0,18}[a-z0-9]$",
        ErrorMessage = Findings.FormEnvironment)]
    public required string Environment { get; set; }

    [Description("The Amazon Connect instance that is watched.")]
    public required ConnectInstance Instance { get; set; }

    [Description("IANA time zone of business hours and reports, such as Europe/Berlin.")]
    public string TimeZone { get; set; } = "UTC";

    [Description("When customers are served. Empty means around the clock.")]
    public IReadOnlyList<OpeningHours> BusinessHours { get; set; } = [];

    [Description("Days on which the center is closed, such as 2026-12-25.")]
    public IReadOnlyList<DateOnly> Holidays { get; set; } = [];

    [Description("Days with other hours than their weekday: date, from and to. Queues that are open on holidays keep theirs.")]
    public IReadOnlyList<OpeningException> Exceptions { get; set; } = [];

    [Description("Queues to watch, by their display name in Amazon Connect.")]
    public IReadOnlyList<QueueSettings> Queues { get; set; } = [];

    [Description("How contacts are routed.")]
    public RoutingSettings Routing { get; set; } = new();

    [Description("Contact flows to watch, by their display name in Amazon Connect.")]
    public IReadOnlyList<NamedResource> ContactFlows { get; set; } = [];

    [Description("The contact flows that the deployment brings. Without it only the hooks are deployed, for flows of your own.")]
    public FlowSettings? Flows { get; set; }

    [Description("Lambda functions that contact flows call, besides the hooks of this system.")]
    public IReadOnlyList<FunctionSettings> Functions { get; set; } = [];

    [Description("Amazon Lex V2 bots of the IVR.")]
    public IReadOnlyList<BotSettings> Bots { get; set; } = [];

    [Description("Routing profiles whose agents are watched, by display name.")]
    public IReadOnlyList<NamedResource> RoutingProfiles { get; set; } = [];

    [Description("External systems on which customers depend. Calls of crm.api are counted; publish those of others (docs/apis.md).")]
    public IReadOnlyList<NamedResource> Apis { get; set; } = [];

    [Description("DynamoDB tables to watch and to remediate, with the limits within which capacity may be changed.")]
    public IReadOnlyList<TableSettings> Tables { get; set; } = [];

    [Description("The external system that knows the customers.")]
    public CrmSettings? Crm { get; set; }

    [Description("From which articles, and when, customers are answered without an agent. Without articles nobody is.")]
    public SelfServiceSettings SelfService { get; set; } = new();

    [Description(
        "Routine wishes that a dialogue finishes without an agent, by functions of yours (docs/design/dialogues.md). Without it none is.")]
    public IReadOnlyList<DialogueSettings> Dialogues { get; set; } = [];

    [Description(
        "What contacts are promised one by one, and who is told of one that is stuck (docs/design/promises.md). Without it none is watched.")]
    public ContactSettings Contacts { get; set; } = new();

    [Description("What happens with ratings after a contact.")]
    public SurveySettings Survey { get; set; } = new();

    [Description("What is kept of what contacts are about, beside their number.")]
    public TopicSettings Topics { get; set; } = new();

    [Description("Offers and actions for the agent's screen, and when they are recommended.")]
    public IReadOnlyList<RecommendationSettings> Recommendations { get; set; } = [];

    [Description("How far automated repairs may go.")]
    public RemediationSettings Remediation { get; set; } = new();

    [Description(
        "What may be failed over after a person has agreed: flows to the emergency flow, queues to their standby, calls to another Region. Without it nothing is.")]
    public FailoverSettings? Failover { get; set; }

    [Description("Changes to alarms of the catalog, by alarm id (see docs/alarms.md).")]
    public IReadOnlyDictionary<string, AlarmOverride> Alarms { get; set; } = new Dictionary<string, AlarmOverride>();

    [Description("How alarms of other systems are read, beside those that are known (docs/foreign-alarms.md). The first that fits counts.")]
    public IReadOnlyList<ForeignAlarmSettings> ForeignAlarms { get; set; } = [];

    [Description(
        "True: everything is decided, and nobody is told, nothing repaired, no ticket opened (docs/shadow.md). For a trial beside a pager.")]
    public bool Shadow { get; set; }

    [Description("How alarms are deployed.")]
    public MonitoringSettings Monitoring { get; set; } = new();

    [Description("Who is told: named groups of endpoints.")]
    public IReadOnlyDictionary<string, IReadOnlyList<Endpoint>> Audiences { get; set; } =
        new Dictionary<string, IReadOnlyList<Endpoint>>();

    [Description("In which language and by which clock people are told.")]
    public MessageSettings Messages { get; set; } = new();

    [Description("Who is on call: schedules by name, which can stand wherever the name of an audience can.")]
    public IReadOnlyDictionary<string, OnCallSettings> OnCall { get; set; } = new Dictionary<string, OnCallSettings>();

    [Description("How text messages are sent.")]
    public SmsSettings Sms { get; set; } = new();

    [Description("How the instance calls people. Without it nobody can be called.")]
    public CallSettings? Calls { get; set; }

    [Description("What is written into incidents of ServiceNow beside what a message tells: group, caller, configuration item, …")]
    public ServiceNowSettings ServiceNow { get; set; } = new();

    [Description("Who is told when, for each severity.")]
    public BySeverity<EscalationSettings> Escalation { get; set; } = new();

    [Description("Time to acknowledge and to resolve, for each severity.")]
    public BySeverity<SlaSettings> Sla { get; set; } = SlaSettings.Defaults();

    [Description("How incidents open, calm down and end.")]
    public IncidentSettings Incidents { get; set; } = new();

    [Description("How long the memory keeps what, beside incidents (incidents.retentionDays).")]
    public RetentionSettings Retention { get; set; } = new();

    [Description("Reports of a week and a month that are written and sent (docs/design/reviews.md). Without it none are.")]
    public ReportSettings? Reports { get; set; }

    [Description("How the sentiment of customers is followed.")]
    public SentimentSettings Sentiment { get; set; } = new();

    [Description("Windows of planned work: notifications are held, the record is kept.")]
    public IReadOnlyList<MaintenanceSettings> Maintenance { get; set; } = [];

    [Description("Address of runbooks; {runbook} stands for the runbook's name.")]
    [RegularExpression("^https://.*\\{runbook\\}.*$", ErrorMessage = Findings.FormRunbookUrl)]
    public string RunbookUrl { get; set; } = "https://runbooks.example.com/{runbook}";

    [Description("By what people and tools prove that an answer is theirs.")]
    public AnswerSettings Answers { get; set; } = new();

    [Description("Who may call the HTTP API (docs/design/api.md). Without it there is none.")]
    public ApiSettings? Api { get; set; }

    [Description("The pages for people, over the API (docs/design/console.md). Without it they are not deployed.")]
    public ConsoleSettings? Console { get; set; }

    [Description("The status page for the business, in another Region (docs/design/status-page.md). Without it there is none.")]
    public StatusPageSettings? StatusPage { get; set; }

    [Description("The trail of who changed what.")]
    public AuditSettings Audit { get; set; } = new();

    [Description("Quotas of the account that this deployment shares with others, and the weekly check of what is in it.")]
    public AccountSettings Account { get; set; } = new();

    [Description("A second Region in which the pipeline stands by, for the case that the Region of the instance fails, such as eu-west-1.")]
    [RegularExpression("^" + ConnectInstance.RegionPattern + "$", ErrorMessage = Findings.FormRegion)]
    public string? StandbyRegion { get; set; }

    [Description("How far exercises go (docs/design/exercises.md).")]
    public ExerciseSettings Exercises { get; set; } = new();

    [Description(
        "Synthetic contacts: this system tries whether customers get through, before they do (docs/design/synthetic-contacts.md). Without it it does not.")]
    public SyntheticSettings? Synthetic { get; set; }
}
