using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Internal;

/// <summary>Reads what is answered.</summary>
internal static class ResponseJson
{
    public static DescribeAlarmsResponse DescribeAlarmsResponse(JsonElement json) => new()
    {
        CompositeAlarms = json.List("CompositeAlarms", CompositeAlarm),
        MetricAlarms = json.List("MetricAlarms", MetricAlarm),
        NextToken = json.Text("NextToken"),
    };

    public static CompositeAlarm CompositeAlarm(JsonElement json) => new()
    {
        ActionsEnabled = json.Flag("ActionsEnabled"),
        AlarmActions = json.Texts("AlarmActions"),
        AlarmArn = json.Text("AlarmArn"),
        AlarmConfigurationUpdatedTimestamp = json.Time("AlarmConfigurationUpdatedTimestamp"),
        AlarmDescription = json.Text("AlarmDescription"),
        AlarmName = json.Text("AlarmName"),
        AlarmRule = json.Text("AlarmRule"),
        InsufficientDataActions = json.Texts("InsufficientDataActions"),
        OKActions = json.Texts("OKActions"),
        StateReason = json.Text("StateReason"),
        StateReasonData = json.Text("StateReasonData"),
        StateUpdatedTimestamp = json.Time("StateUpdatedTimestamp"),
        StateValue = json.Text("StateValue"),
        StateTransitionedTimestamp = json.Time("StateTransitionedTimestamp"),
        ActionsSuppressedBy = json.Text("ActionsSuppressedBy"),
        ActionsSuppressedReason = json.Text("ActionsSuppressedReason"),
        ActionsSuppressor = json.Text("ActionsSuppressor"),
        ActionsSuppressorWaitPeriod = json.Int("ActionsSuppressorWaitPeriod"),
        ActionsSuppressorExtensionPeriod = json.Int("ActionsSuppressorExtensionPeriod"),
    };

    public static MetricAlarm MetricAlarm(JsonElement json) => new()
    {
        AlarmName = json.Text("AlarmName"),
        AlarmArn = json.Text("AlarmArn"),
        AlarmDescription = json.Text("AlarmDescription"),
        AlarmConfigurationUpdatedTimestamp = json.Time("AlarmConfigurationUpdatedTimestamp"),
        ActionsEnabled = json.Flag("ActionsEnabled"),
        OKActions = json.Texts("OKActions"),
        AlarmActions = json.Texts("AlarmActions"),
        InsufficientDataActions = json.Texts("InsufficientDataActions"),
        StateValue = json.Text("StateValue"),
        StateReason = json.Text("StateReason"),
        StateReasonData = json.Text("StateReasonData"),
        StateUpdatedTimestamp = json.Time("StateUpdatedTimestamp"),
        MetricName = json.Text("MetricName"),
        Namespace = json.Text("Namespace"),
        Statistic = json.Text("Statistic"),
        ExtendedStatistic = json.Text("ExtendedStatistic"),
        Dimensions = json.List("Dimensions", Dimension),
        Period = json.Int("Period"),
        Unit = json.Text("Unit"),
        EvaluationPeriods = json.Int("EvaluationPeriods"),
        DatapointsToAlarm = json.Int("DatapointsToAlarm"),
        Threshold = json.Number("Threshold"),
        ComparisonOperator = json.Text("ComparisonOperator"),
        TreatMissingData = json.Text("TreatMissingData"),
        EvaluateLowSampleCountPercentile = json.Text("EvaluateLowSampleCountPercentile"),
        Metrics = json.List("Metrics", MetricDataQuery),
        ThresholdMetricId = json.Text("ThresholdMetricId"),
        EvaluationState = json.Text("EvaluationState"),
        StateTransitionedTimestamp = json.Time("StateTransitionedTimestamp"),
    };

    public static Dimension Dimension(JsonElement json) => new()
    {
        Name = json.Text("Name"),
        Value = json.Text("Value"),
    };

    public static MetricDataQuery MetricDataQuery(JsonElement json) => new()
    {
        Id = json.Text("Id"),
        MetricStat = json.Member("MetricStat", MetricStat),
        Expression = json.Text("Expression"),
        Label = json.Text("Label"),
        ReturnData = json.Flag("ReturnData"),
        Period = json.Int("Period"),
        AccountId = json.Text("AccountId"),
    };

    public static MetricStat MetricStat(JsonElement json) => new()
    {
        Metric = json.Member("Metric", Metric),
        Period = json.Int("Period"),
        Stat = json.Text("Stat"),
        Unit = json.Text("Unit"),
    };

    public static Metric Metric(JsonElement json) => new()
    {
        Namespace = json.Text("Namespace"),
        MetricName = json.Text("MetricName"),
        Dimensions = json.List("Dimensions", Dimension),
    };

    public static GetMetricDataResponse GetMetricDataResponse(JsonElement json) => new()
    {
        MetricDataResults = json.List("MetricDataResults", MetricDataResult),
        NextToken = json.Text("NextToken"),
        Messages = json.List("Messages", MessageData),
    };

    public static MetricDataResult MetricDataResult(JsonElement json) => new()
    {
        Id = json.Text("Id"),
        Label = json.Text("Label"),
        Timestamps = json.List("Timestamps", JsonReading.AsTime),
        Values = json.List("Values", item => item.GetDouble()),
        StatusCode = json.Text("StatusCode"),
        Messages = json.List("Messages", MessageData),
    };

    public static MessageData MessageData(JsonElement json) => new()
    {
        Code = json.Text("Code"),
        Value = json.Text("Value"),
    };

    public static PutMetricDataResponse PutMetricDataResponse(JsonElement _) => new();

    public static SetAlarmStateResponse SetAlarmStateResponse(JsonElement _) => new();
}
