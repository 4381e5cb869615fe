using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.StandIns;

namespace Amazon.Connect.Internal;

/// <summary>Reads what is answered.</summary>
internal static class ResponseJson
{
    public static GetCurrentMetricDataResponse GetCurrentMetricDataResponse(JsonElement json) => new()
    {
        NextToken = json.Text("NextToken"),
        MetricResults = json.List("MetricResults", CurrentMetricResult),
        DataSnapshotTime = json.Time("DataSnapshotTime"),
        ApproximateTotalCount = json.Long("ApproximateTotalCount"),
    };

    public static CurrentMetricResult CurrentMetricResult(JsonElement json) => new()
    {
        Dimensions = json.Member("Dimensions", Dimensions),
        Collections = json.List("Collections", CurrentMetricData),
    };

    public static Dimensions Dimensions(JsonElement json) => new()
    {
        Queue = json.Member("Queue", QueueReference),
        Channel = json.Text("Channel"),
        RoutingProfile = json.Member("RoutingProfile", RoutingProfileReference),
    };

    public static QueueReference QueueReference(JsonElement json) => new()
    {
        Id = json.Text("Id"),
        Arn = json.Text("Arn"),
    };

    public static RoutingProfileReference RoutingProfileReference(JsonElement json) => new()
    {
        Id = json.Text("Id"),
        Arn = json.Text("Arn"),
    };

    public static CurrentMetricData CurrentMetricData(JsonElement json) => new()
    {
        Metric = json.Member("Metric", CurrentMetric),
        Value = json.Number("Value"),
    };

    public static CurrentMetric CurrentMetric(JsonElement json) => new()
    {
        Name = json.Text("Name"),
        MetricId = json.Text("MetricId"),
        Unit = json.Text("Unit"),
    };

    public static GetMetricDataV2Response GetMetricDataV2Response(JsonElement json) => new()
    {
        NextToken = json.Text("NextToken"),
        MetricResults = json.List("MetricResults", MetricResultV2),
    };

    public static MetricResultV2 MetricResultV2(JsonElement json) => new()
    {
        Dimensions = json.TextMap("Dimensions"),
        MetricInterval = json.Member("MetricInterval", MetricInterval),
        Collections = json.List("Collections", MetricDataV2),
    };

    public static MetricInterval MetricInterval(JsonElement json) => new()
    {
        Interval = json.Text("Interval"),
        StartTime = json.Time("StartTime"),
        EndTime = json.Time("EndTime"),
    };

    public static MetricDataV2 MetricDataV2(JsonElement json) => new()
    {
        Metric = json.Member("Metric", MetricV2),
        Value = json.Number("Value"),
    };

    public static MetricV2 MetricV2(JsonElement json) => new()
    {
        Name = json.Text("Name"),
        Threshold = json.List("Threshold", ThresholdV2),
        MetricId = json.Text("MetricId"),
        MetricFilters = json.List("MetricFilters", MetricFilterV2),
    };

    public static ThresholdV2 ThresholdV2(JsonElement json) => new()
    {
        Comparison = json.Text("Comparison"),
        ThresholdValue = json.Number("ThresholdValue"),
    };

    public static MetricFilterV2 MetricFilterV2(JsonElement json) => new()
    {
        MetricFilterKey = json.Text("MetricFilterKey"),
        MetricFilterValues = json.Texts("MetricFilterValues"),
        Negate = json.Flag("Negate"),
    };

    public static StartTaskContactResponse StartTaskContactResponse(JsonElement json) => new()
    {
        ContactId = json.Text("ContactId"),
    };

    public static ListQueuesResponse ListQueuesResponse(JsonElement json) => new()
    {
        QueueSummaryList = json.List("QueueSummaryList", item => new QueueSummary
        {
            Id = item.Text("Id"),
            Arn = item.Text("Arn"),
            Name = item.Text("Name"),
            QueueType = item.Text("QueueType"),
        }),
        NextToken = json.Text("NextToken"),
    };

    public static ListRoutingProfilesResponse ListRoutingProfilesResponse(JsonElement json) => new()
    {
        RoutingProfileSummaryList = json.List("RoutingProfileSummaryList", item => new RoutingProfileSummary
        {
            Id = item.Text("Id"),
            Arn = item.Text("Arn"),
            Name = item.Text("Name"),
        }),
        NextToken = json.Text("NextToken"),
    };
}
