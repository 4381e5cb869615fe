using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Embedded.Faults;

/// <summary>
/// What only time and order show, planted among the alarms of a run: composite alarms beside their children, an alarm with its series,
/// muted alarms, alarms of another account with the names of ours.
/// </summary>
internal sealed class PlantedAlarms(ContactCenterConfiguration configuration, SeededRandom random, DateTimeOffset start, TimeSpan length)
{
    /// <summary>Begin of the names of alarms of another account.</summary>
    public const string Foreign = "foreign-";

    private const string OtherAccount = "210987654321";
    private const double Often = 0.4;

    private readonly string _prefix = DeploymentNames.Of(configuration).Prefix;

    /// <summary>Planned work on a group of the center, now and then, while faults last.</summary>
    public static ContactCenterConfiguration WithWindows(
        ContactCenterConfiguration configuration, SeededRandom random, DateTimeOffset start, TimeSpan length)
    {
        if (!random.Chance(Often))
        {
            return configuration;
        }

        string[] groups = [AlarmGroups.Queue, AlarmGroups.Function, AlarmGroups.Flow, AlarmGroups.Telephony];
        var from = start + (length * 0.6 * random.Next());
        return configuration with
        {
            Maintenance =
            [
                new MaintenanceSettings
                {
                    Name = "planted",
                    From = from,
                    To = from + TimeSpan.FromMinutes(10 + (40 * random.Next())),
                    Groups = [groups[(int)(random.Next() * groups.Length)]],
                },
            ],
        };
    }

    /// <summary>A message that does not say that its metric is of another account.</summary>
    public static ReadOnlyMemory<byte> WithoutAccount(ReadOnlyMemory<byte> message) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(message.Span).Replace($"\"AccountId\":\"{OtherAccount}\",", "", StringComparison.Ordinal));

    /// <summary>What is planted beside the alarms of a run.</summary>
    public IEnumerable<ScriptedChange> Draw(IReadOnlyList<AlarmTransition> changes)
    {
        var planted = new List<ScriptedChange>();
        if (random.Chance(Often))
        {
            planted.AddRange(Composites(changes));
        }

        if (random.Chance(Often))
        {
            planted.AddRange(Series());
        }

        if (random.Chance(Often))
        {
            planted.AddRange(Muted());
        }

        if (random.Chance(Often))
        {
            planted.AddRange(OfAnotherAccount());
        }

        return planted;
    }

    /// <summary>Our composite alarms as CloudWatch evaluates them: red while a child is.</summary>
    private IEnumerable<ScriptedChange> Composites(IReadOnlyList<AlarmTransition> changes)
    {
        foreach (var composite in CompositeCatalog.All)
        {
            var red = new HashSet<string>(StringComparer.Ordinal);
            var children = changes.Where(change => composite.Members.Contains(change.Alarm.Definition.Id));
            foreach (var change in children.OrderBy(change => change.At))
            {
                var wasRed = red.Count > 0;
                _ = change.To == AlarmState.Alarm ? red.Add(change.Alarm.Name) : red.Remove(change.Alarm.Name);
                if (wasRed != red.Count > 0)
                {
                    // CloudWatch leaves them out at times
                    var names = change.At.Minute % 2 == 0;
                    yield return Change($"{_prefix}/{composite.Id}", red.Count > 0, change.At + Seconds(), message =>
                    {
                        message["AlarmRule"] = "ALARM(\"any child\")";
                        message["TriggeringChildren"] = new JsonArray(
                            [.. red.Where(_ => names).Select(name => new JsonObject { ["Arn"] = Arn(name) })]);
                    });
                }
            }
        }
    }

    /// <summary>An alarm over several series, and two of them, in any order within seconds.</summary>
    private IEnumerable<ScriptedChange> Series()
    {
        var at = Moment();
        var over = at + Lasting();
        foreach (var (red, moment) in new[] { (true, at), (false, over) })
        {
            yield return Change("any-shelf", red, moment + Seconds(), Query);
            foreach (var shelf in new[] { "north", "south" })
            {
                yield return Change("any-shelf", red, moment + Seconds(), message =>
                {
                    Query(message);
                    message["AlarmContributorId"] = $"id-{shelf}";
                    message["AlarmContributorAttributes"] = new JsonObject { ["Shelf"] = shelf };
                });
            }
        }

        static void Query(JsonObject message) => message["Trigger"] = new JsonObject
        {
            ["ComparisonOperator"] = "GreaterThanThreshold",
            ["Threshold"] = 0,
            ["Metrics"] = new JsonArray(new JsonObject
            {
                ["Expression"] = "SELECT SUM(Empty) FROM SCHEMA(\"Shop\", Shelf) GROUP BY Shelf",
                ["Id"] = "q1",
                ["ReturnData"] = true,
            }),
        };
    }

    /// <summary>An alarm that is muted while it is red, as only EventBridge tells it.</summary>
    private IEnumerable<ScriptedChange> Muted()
    {
        var at = Moment();
        var over = at + Lasting();
        var until = at + Lasting();
        yield return Event(at, "ALARM", until);
        yield return Event(over, "OK", over < until ? until : null);
    }

    /// <summary>A table that is called like one of ours.</summary>
    private IEnumerable<ScriptedChange> OfAnotherAccount()
    {
        var at = Moment();
        var table = configuration.Tables.Count > 0 ? configuration.Tables[0].Name : "customers";
        foreach (var (red, moment) in new[] { (true, at), (false, at + Lasting()) })
        {
            yield return Change($"{Foreign}{table}", red, moment, message => message["Trigger"] = new JsonObject
            {
                ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
                ["Threshold"] = 1,
                ["Metrics"] = new JsonArray(new JsonObject
                {
                    ["Id"] = "m1",
                    ["AccountId"] = OtherAccount,
                    ["MetricStat"] = new JsonObject
                    {
                        ["Metric"] = new JsonObject
                        {
                            ["Namespace"] = "AWS/DynamoDB",
                            ["MetricName"] = "ReadThrottleEvents",
                            ["Dimensions"] = new JsonArray(new JsonObject { ["name"] = "TableName", ["value"] = table }),
                        },
                        ["Period"] = 60,
                        ["Stat"] = "Sum",
                    },
                    ["ReturnData"] = true,
                }),
            });
        }
    }

    private DateTimeOffset Moment() => start + (length * 0.5 * random.Next());

    private TimeSpan Lasting() => TimeSpan.FromMinutes(5 + (50 * random.Next()));

    private TimeSpan Seconds() => TimeSpan.FromSeconds(3 * random.Next());

    private string Arn(string name) =>
        $"arn:aws:cloudwatch:{configuration.Instance.Region}:{configuration.Instance.AccountId}:alarm:{name}";

    private ScriptedChange Change(string name, bool isRed, DateTimeOffset at, Action<JsonObject> complete)
    {
        var message = new JsonObject
        {
            ["AlarmName"] = name,
            ["AlarmArn"] = Arn(name),
            ["AWSAccountId"] = configuration.Instance.AccountId,
            ["NewStateValue"] = isRed ? "ALARM" : "OK",
            ["OldStateValue"] = isRed ? "OK" : "ALARM",
            ["NewStateReason"] = "Planted.",
            ["StateChangeTime"] = at.ToString("O"),
        };
        complete(message);
        return ScriptedChange.Of(Encoding.UTF8.GetBytes(message.ToJsonString()), at);
    }

    private ScriptedChange Event(DateTimeOffset at, string state, DateTimeOffset? mutedUntil)
    {
        var detail = new JsonObject
        {
            ["alarmName"] = "muted-till",
            ["state"] = new JsonObject { ["value"] = state, ["reason"] = "Planted.", ["timestamp"] = at.ToString("O") },
            ["configuration"] = new JsonObject(),
        };
        if (mutedUntil is { } until)
        {
            detail["muteDetail"] = new JsonObject { ["muteWindowEnd"] = until.ToString("O") };
        }

        var told = new JsonObject
        {
            ["detail-type"] = "CloudWatch Alarm State Change",
            ["source"] = "aws.cloudwatch",
            ["account"] = configuration.Instance.AccountId,
            ["region"] = configuration.Instance.Region,
            ["time"] = at.ToString("O"),
            ["resources"] = new JsonArray(Arn("muted-till")),
            ["detail"] = detail,
        };
        return ScriptedChange.Of(Encoding.UTF8.GetBytes(told.ToJsonString()), at);
    }
}
