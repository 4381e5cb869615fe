using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>The contract by DynamoDB's adapter, against the emulator.</summary>
public sealed class DynamoDbTableCapacityContractTests : TableCapacityContract, IDisposable
{
    private readonly CapacityServices _services;

    public DynamoDbTableCapacityContractTests(Emulator emulator)
    {
        emulator.DynamoDb().Dispose();
        _services = new CapacityServices(emulator.Address);
    }

    protected override ITableCapacity Tables => _services.Tables();

    public void Dispose() => _services.Dispose();

    protected override Task<string> TableAsync() => _services.CreateTableAsync();
}
