namespace Amazon.Lambda.Model;

public class AccountLimit
{
    public int? ConcurrentExecutions { get; set; }

    public int? UnreservedConcurrentExecutions { get; set; }
}
