using System.Globalization;
using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// Alarms of the plan as CloudFormation resources. They are L1 constructs: a deployment has hundreds, each further construct costs calls
/// into the JavaScript runtime, and anomaly-detection alarms exist in no other form.
/// </summary>
internal sealed class DeployedAlarms(Construct scope, AlarmTopics topics, string runbookUrl)
{
    private const string Band = "band";

    private const string Result = "result";

    /// <summary>Adds an alarm.</summary>
    public CfnAlarm Add(BoundAlarm alarm)
    {
        var definition = alarm.Definition;
        var actions = topics.Of(definition.Scope);
        var properties = new CfnAlarmProps
        {
            AlarmName = alarm.Name,
            AlarmDescription = AlarmSelfDescription.Of(alarm, runbookUrl),
            ComparisonOperator = definition.Comparison.ToString(),
            DatapointsToAlarm = definition.DatapointsToAlarm,
            EvaluationPeriods = definition.EvaluationPeriods,
            TreatMissingData = Word(definition.MissingData),
            ActionsEnabled = true,
            AlarmActions = actions,
            OkActions = actions,

            // where missing data counts as something, the alarm never comes to this state
            InsufficientDataActions = definition.MissingData == MissingData.Missing ? actions : null,
        };
        Measure(properties, alarm);
        return new CfnAlarm(scope, LogicalId.Of(definition.Id, alarm.Resource), properties);
    }

    private static void Measure(CfnAlarmProps properties, BoundAlarm alarm)
    {
        var definition = alarm.Definition;
        if (definition.AnomalyBand is { } width)
        {
            var band = string.Create(CultureInfo.InvariantCulture, $"ANOMALY_DETECTION_BAND({alarm.Metrics[0].Id}, {width})");
            properties.Metrics = new object[] { Query(alarm.Metrics[0], isReturned: true), Formula(Band, band) };
            properties.ThresholdMetricId = Band;
            return;
        }

        properties.Threshold = definition.Threshold;
        if (definition.Expression is { } expression)
        {
            properties.Metrics = alarm.Metrics.Select(metric => (object)Query(metric, isReturned: false))
                .Append(Formula(Result, expression))
                .ToArray();
            return;
        }

        var only = alarm.Metrics[0];
        properties.Namespace = only.Namespace;
        properties.MetricName = only.Name;
        properties.Dimensions = Dimensions(only);
        properties.Period = only.Period.TotalSeconds;
        if (IsPercentile(only.Statistic))
        {
            properties.ExtendedStatistic = only.Statistic;
        }
        else
        {
            properties.Statistic = only.Statistic;
        }
    }

    private static CfnAlarm.MetricDataQueryProperty Query(MetricSource metric, bool isReturned) => new()
    {
        Id = metric.Id,
        ReturnData = isReturned,
        MetricStat = new CfnAlarm.MetricStatProperty
        {
            Metric = new CfnAlarm.MetricProperty
            {
                Namespace = metric.Namespace,
                MetricName = metric.Name,
                Dimensions = Dimensions(metric)
            },
            Period = metric.Period.TotalSeconds,
            Stat = metric.Statistic,
        },
    };

    private static CfnAlarm.MetricDataQueryProperty Formula(string id, string expression) =>
        new() { Id = id, Expression = expression, ReturnData = true };

    private static object[] Dimensions(MetricSource metric) =>
        [.. metric.Dimensions.Select(dimension => new CfnAlarm.DimensionProperty { Name = dimension.Name, Value = dimension.Value })];

    private static bool IsPercentile(string statistic) => statistic.StartsWith('p');

    private static string Word(MissingData missing) => missing switch
    {
        MissingData.Ignore => "ignore",
        MissingData.Breaching => "breaching",
        MissingData.NotBreaching => "notBreaching",
        _ => "missing",
    };
}
