using Amazon.CloudWatch.Model;

namespace ContactCenter.Aws.Remediation;

/// <summary>A CloudWatch metric of DynamoDB: name, statistic and the resource; the resource is the account when there is no table.</summary>
internal readonly record struct MetricSeries(string Metric, string Statistic, string? Table, string? Index)
{
    private const string Namespace = "AWS/DynamoDB";

    public MetricDataQuery Query(string id, int period)
    {
        var dimensions = new List<Dimension>();
        if (Table is not null)
        {
            dimensions.Add(new Dimension { Name = "TableName", Value = Table });
        }

        if (Index is not null)
        {
            dimensions.Add(new Dimension { Name = "GlobalSecondaryIndexName", Value = Index });
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
