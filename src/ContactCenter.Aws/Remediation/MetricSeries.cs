using Amazon.CloudWatch.Model;

namespace ContactCenter.Aws.Remediation;

/// <summary>A CloudWatch metric: name, statistic and the resource, which is the account when there are no dimensions.</summary>
/// <param name="Namespace">Whose metric it is.</param>
/// <param name="Metric">Its name.</param>
/// <param name="Statistic">Sum, Average, Maximum …</param>
/// <param name="Resource">Name and value of the dimension that names the resource, or null.</param>
/// <param name="Part">The same of a part of the resource, or null.</param>
internal readonly record struct MetricSeries(
    string Namespace, string Metric, string Statistic, (string Name, string Value)? Resource = null,
    (string Name, string Value)? Part = null)
{
    public static MetricSeries OfTable(string metric, string statistic, string table, string? index) => new(
        "AWS/DynamoDB", metric, statistic, ("TableName", table), index is null ? null : ("GlobalSecondaryIndexName", index));

    public static MetricSeries OfTables(string metric, string statistic) => new("AWS/DynamoDB", metric, statistic);

    public static MetricSeries OfFunction(string metric, string statistic, string function) =>
        new("AWS/Lambda", metric, statistic, ("FunctionName", function));

    public MetricDataQuery Query(string id, int period)
    {
        var dimensions = new List<Dimension>();
        foreach (var dimension in new[] { Resource, Part })
        {
            if (dimension is { } named)
            {
                dimensions.Add(new Dimension { Name = named.Name, Value = named.Value });
            }
        }

        return new MetricDataQuery
        {
            Id = id,
            ReturnData = true,
            MetricStat = new MetricStat
            {
                Metric = new Metric { Namespace = Namespace, MetricName = Metric, Dimensions = dimensions },
                Period = period,
                Stat = Statistic,
            },
        };
    }
}
