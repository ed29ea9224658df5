using ZoneFlow.Runtime.Evidence;

namespace ZoneFlow.Runtime.Tests.Evidence;

public sealed class MerkleTreeTests
{
    private static readonly string[] Contents = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    // The roots that certificate transparency's own tests have for these leaves.
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Root_OfKnownLeaves_IsTheOneOthersReckon(int count, string root) =>
        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root([.. Contents.Take(count).Select(c => MerkleTree.Leaf(Convert.FromHexString(c)))])));

    [Fact]
    public void Path_OfEveryLeafOfEverySize_LeadsToTheRoot_AndToNoOther()
    {
        for (var count = 1; count <= 33; count++)
        {
            byte[][] leaves = [.. Enumerable.Range(0, count).Select(n => MerkleTree.Leaf([(byte)n]))];
            var root = MerkleTree.Root(leaves);
            for (var index = 0; index < count; index++)
            {
                var path = MerkleTree.Path(leaves, index);
                Assert.Equal(root, MerkleTree.Climb(leaves[index], index, count, path));
                Assert.NotEqual(root, MerkleTree.Climb(MerkleTree.Leaf([99]), index, count, path));
                Assert.Null(MerkleTree.Climb(leaves[index], count, count, path));
                Assert.Null(MerkleTree.Climb(leaves[index], -1, count, path));
                Assert.NotEqual(root, MerkleTree.Climb(leaves[index], index, count, path.Add(root)));
                if (path.Length > 0)
                {
                    Assert.NotEqual(root, MerkleTree.Climb(leaves[index], index, count, path[..^1]));
                    Assert.NotEqual(root, MerkleTree.Climb(leaves[index], index, count, path[1..]));
                    Assert.NotEqual(root, MerkleTree.Climb(leaves[index], index == 0 ? 1 : index - 1, count, path));
                }
            }
        }
    }
}
