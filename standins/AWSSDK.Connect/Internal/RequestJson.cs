using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.StandIns;

namespace Amazon.Connect.Internal;

/// <summary>Writes what is sent.</summary>
internal static class RequestJson
{
    public static void Write(Utf8JsonWriter writer, GetCurrentMetricDataRequest value)
    {
        writer.PutObject("Filters", value.Filters, Write);
        writer.PutList("Groupings", value.Groupings, (w, item) => w.WriteStringValue(item.Value));
        writer.PutObjects("CurrentMetrics", value.CurrentMetrics, Write);
        writer.Put("NextToken", value.NextToken);
        writer.Put("MaxResults", value.MaxResults);
    }

    public static void Write(Utf8JsonWriter writer, Filters value)
    {
        writer.PutTexts("Queues", value.Queues);
        writer.PutList("Channels", value.Channels, (w, item) => w.WriteStringValue(item.Value));
        writer.PutTexts("RoutingProfiles", value.RoutingProfiles);
    }

    public static void Write(Utf8JsonWriter writer, CurrentMetric value)
    {
        writer.Put("Name", value.Name);
        writer.Put("MetricId", value.MetricId);
        writer.Put("Unit", value.Unit);
    }

    public static void Write(Utf8JsonWriter writer, GetMetricDataV2Request value)
    {
        writer.Put("ResourceArn", value.ResourceArn);
        writer.Put("StartTime", value.StartTime);
        writer.Put("EndTime", value.EndTime);
        writer.PutObject("Interval", value.Interval, Write);
        writer.PutObjects("Filters", value.Filters, Write);
        writer.PutTexts("Groupings", value.Groupings);
        writer.PutObjects("Metrics", value.Metrics, Write);
        writer.Put("NextToken", value.NextToken);
        writer.Put("MaxResults", value.MaxResults);
    }

    public static void Write(Utf8JsonWriter writer, IntervalDetails value)
    {
        writer.Put("TimeZone", value.TimeZone);
        writer.Put("IntervalPeriod", value.IntervalPeriod);
    }

    public static void Write(Utf8JsonWriter writer, FilterV2 value)
    {
        writer.Put("FilterKey", value.FilterKey);
        writer.PutTexts("FilterValues", value.FilterValues);
    }

    public static void Write(Utf8JsonWriter writer, MetricV2 value)
    {
        writer.Put("Name", value.Name);
        writer.PutObjects("Threshold", value.Threshold, Write);
        writer.Put("MetricId", value.MetricId);
        writer.PutObjects("MetricFilters", value.MetricFilters, Write);
    }

    public static void Write(Utf8JsonWriter writer, ThresholdV2 value)
    {
        writer.Put("Comparison", value.Comparison);
        writer.Put("ThresholdValue", value.ThresholdValue);
    }

    public static void Write(Utf8JsonWriter writer, MetricFilterV2 value)
    {
        writer.Put("MetricFilterKey", value.MetricFilterKey);
        writer.PutTexts("MetricFilterValues", value.MetricFilterValues);
        writer.Put("Negate", value.Negate);
    }

    public static void Write(Utf8JsonWriter writer, StartTaskContactRequest value)
    {
        writer.Put("InstanceId", value.InstanceId);
        writer.Put("PreviousContactId", value.PreviousContactId);
        writer.Put("ContactFlowId", value.ContactFlowId);
        writer.PutTexts("Attributes", value.Attributes);
        writer.Put("Name", value.Name);
        writer.PutObject("References", value.References, (w, items) =>
        {
            foreach ((string key, Reference item) in items)
            {
                w.PutObject(key, item, Write);
            }
        });
        writer.Put("Description", value.Description);
        writer.Put("ClientToken", value.ClientToken ?? Guid.NewGuid().ToString());
        writer.Put("ScheduledTime", value.ScheduledTime);
        writer.Put("TaskTemplateId", value.TaskTemplateId);
        writer.Put("QuickConnectId", value.QuickConnectId);
        writer.Put("RelatedContactId", value.RelatedContactId);
    }

    public static void Write(Utf8JsonWriter writer, Reference value)
    {
        writer.Put("Value", value.Value);
        writer.Put("Type", value.Type);
        writer.Put("Arn", value.Arn);
    }
}
