using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>How a table serves its callers, which its billing mode decides.</summary>
internal interface ITableServing
{
    /// <summary>Serves one second.</summary>
    TableStep Serve(long second, in TableDemand demand);

    /// <summary>Dollars spent so far.</summary>
    double Cost(DynamoDbPrices prices);
}
