namespace Amazon.Connect.Model;

public class RoutingProfileReference
{
    public string Id { get; set; }

    public string Arn { get; set; }
}
