namespace Amazon.Lambda.Model;

public class AccountUsage
{
    public long? FunctionCount { get; set; }

    public long? TotalCodeSize { get; set; }
}
