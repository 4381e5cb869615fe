using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// Port: the capacity of DynamoDB tables and the ranges in which Application Auto Scaling moves it. A change is at most one
/// <c>UpdateTable</c>, and one <c>RegisterScalableTarget</c> for each range.
/// </summary>
public interface ITableCapacity : IRemediable<TableState, CapacityChange>;
