using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Internal;

/// <summary>Writes what is sent.</summary>
internal static class RequestJson
{
    public static void Write(Utf8JsonWriter writer, DescribeAlarmsRequest value)
    {
        writer.PutTexts("AlarmNames", value.AlarmNames);
        writer.Put("AlarmNamePrefix", value.AlarmNamePrefix);
        writer.PutList("AlarmTypes", value.AlarmTypes, (w, item) => w.WriteStringValue(item.Value));
        writer.Put("ChildrenOfAlarmName", value.ChildrenOfAlarmName);
        writer.Put("ParentsOfAlarmName", value.ParentsOfAlarmName);
        writer.Put("StateValue", value.StateValue);
        writer.Put("ActionPrefix", value.ActionPrefix);
        writer.Put("MaxRecords", value.MaxRecords);
        writer.Put("NextToken", value.NextToken);
    }

    public static void Write(Utf8JsonWriter writer, GetMetricDataRequest value)
    {
        writer.PutObjects("MetricDataQueries", value.MetricDataQueries, Write);
        writer.Put("StartTime", value.StartTime);
        writer.Put("EndTime", value.EndTime);
        writer.Put("NextToken", value.NextToken);
        writer.Put("ScanBy", value.ScanBy);
        writer.Put("MaxDatapoints", value.MaxDatapoints);
    }

    public static void Write(Utf8JsonWriter writer, MetricDataQuery value)
    {
        writer.Put("Id", value.Id);
        writer.PutObject("MetricStat", value.MetricStat, Write);
        writer.Put("Expression", value.Expression);
        writer.Put("Label", value.Label);
        writer.Put("ReturnData", value.ReturnData);
        writer.Put("Period", value.Period);
        writer.Put("AccountId", value.AccountId);
    }

    public static void Write(Utf8JsonWriter writer, MetricStat value)
    {
        writer.PutObject("Metric", value.Metric, Write);
        writer.Put("Period", value.Period);
        writer.Put("Stat", value.Stat);
        writer.Put("Unit", value.Unit);
    }

    public static void Write(Utf8JsonWriter writer, Metric value)
    {
        writer.Put("Namespace", value.Namespace);
        writer.Put("MetricName", value.MetricName);
        writer.PutObjects("Dimensions", value.Dimensions, Write);
    }

    public static void Write(Utf8JsonWriter writer, Dimension value)
    {
        writer.Put("Name", value.Name);
        writer.Put("Value", value.Value);
    }

    public static void Write(Utf8JsonWriter writer, PutMetricDataRequest value)
    {
        writer.Put("Namespace", value.Namespace);
        writer.PutObjects("MetricData", value.MetricData, Write);
    }

    public static void Write(Utf8JsonWriter writer, MetricDatum value)
    {
        writer.Put("MetricName", value.MetricName);
        writer.PutObjects("Dimensions", value.Dimensions, Write);
        writer.Put("Timestamp", value.Timestamp);
        writer.Put("Value", value.Value);
        writer.PutObject("StatisticValues", value.StatisticValues, Write);
        writer.PutList("Values", value.Values, (w, item) => w.WriteNumberValue(item));
        writer.PutList("Counts", value.Counts, (w, item) => w.WriteNumberValue(item));
        writer.Put("Unit", value.Unit);
        writer.Put("StorageResolution", value.StorageResolution);
    }

    public static void Write(Utf8JsonWriter writer, StatisticSet value)
    {
        writer.Put("SampleCount", value.SampleCount);
        writer.Put("Sum", value.Sum);
        writer.Put("Minimum", value.Minimum);
        writer.Put("Maximum", value.Maximum);
    }

    public static void Write(Utf8JsonWriter writer, SetAlarmStateRequest value)
    {
        writer.Put("AlarmName", value.AlarmName);
        writer.Put("StateValue", value.StateValue);
        writer.Put("StateReason", value.StateReason);
        writer.Put("StateReasonData", value.StateReasonData);
    }
}
